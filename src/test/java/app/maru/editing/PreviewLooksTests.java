package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.Browser;
import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;

/** What axe finds on the previews, and whether they fit each width. */
@EditingTest
class PreviewLooksTests {

    @LocalServerPort
    private int port;
    @Autowired
    private ContentTypes types;
    @AutoClose
    private Browser browser;

    @BeforeEach
    void aBrowser() {
        browser = Browser.at(port);
        SignInPage.openedIn(browser).signInAs(Role.VIEWER);
    }

    @TestFactory
    Stream<DynamicTest> nothingIsWrongWithAPageOfAnyType() {
        return types.all().stream().map(type -> dynamicTest(type.path(), () -> {
            var page = address(type) + "/page";
            for (var width : PreviewWidth.values()) {
                browser.sized(width.pixels(), 900).preferring("light").open(page);
                fits(width.key());
            }
            browser.dark();
            fits("dark");
        }));
    }

    @Test
    void itIsShownInTheWidthThatIsChosenAndLeadsBack() {
        browser.withoutScripts();
        var preview = address(types.of("billing/products"));
        browser.open(preview.replace("/preview", ""));
        browser.leave(() -> browser.click(browser.see(By.linkText("Open the preview"))));
        assertThat(shownWidth()).isEqualTo(1280L);
        browser.leave(() -> browser.see(By.partialLinkText("Phone")).click());
        assertThat(shownWidth()).isEqualTo(390L);
        assertThat(browser.path()).isEqualTo(preview + "?width=phone");
        browser.leave(() -> browser.see(By.partialLinkText("Tablet")).click());
        assertThat(shownWidth()).isEqualTo(820L);
        browser.leave(() -> browser.see(By.linkText("Back to the editor")).click());
        assertThat(browser.path()).isEqualTo(preview.replace("/preview", ""));
    }

    @Test
    void nothingIsWrongWithThePageAroundIt() {
        var preview = address(types.of("announcements"));
        for (var width : new int[] {1280, 390}) {
            browser.sized(width, 844).preferring("light").open(preview);
            fits("around, " + width);
            browser.dark();
            fits("around, dark, " + width);
        }
    }

    /** How wide the page inside believes its window to be. */
    private Long shownWidth() {
        var frame = browser.see(By.tagName("iframe"));
        try {
            browser.driver().switchTo().frame(frame);
            browser.see(By.tagName("h1"));
            return (Long) browser.script("return innerWidth");
        } finally {
            browser.driver().switchTo().defaultContent();
        }
    }

    private void fits(String state) {
        browser.see(By.tagName("h1"));
        assertThat(browser.accessibilityProblems()).as(state).isEmpty();
        assertThat(browser.overflow()).as(state).isZero();
    }

    private String address(ContentType type) {
        UUID id = new Specimen(DeskBrowser.signedIn(port, Role.EDITOR), types).draft(type);
        return "/" + type.path() + "/" + id + "/preview";
    }
}
