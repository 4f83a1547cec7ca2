package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.Browser;
import app.maru.content.PostedForm;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;

@CatalogueTest
class SearchJourneyTests {

    @LocalServerPort int port;
    @Autowired Catalogue catalogue;
    @AutoClose
    Browser browser;

    @BeforeEach
    void theCompanyOnAnOrdinaryDay() {
        catalogue.emptied().ordinary();
        browser = Browser.at(port);
        SignInPage.openedIn(browser).signInAs(Role.EDITOR);
    }

    @Test
    void anEntryIsFoundAndOpenedByTheKeyboardAlone() {
        browser.open("/editions");

        var search = SearchDialog.byKeys(browser).type("요금").offers("팀", "크리에이터", "New product", "Billing products").chooses("팀");
        search.type(Keys.ARROW_DOWN).chooses("크리에이터").type(Keys.ARROW_UP).type(Keys.ARROW_UP).chooses("Billing products").type(Keys.ARROW_DOWN).chooses("팀").enter();

        assertThat(browser.see(By.tagName("h1")).getText()).isEqualTo("팀");
    }

    @Test
    void aTypoAndWhatIsHalfTypedFindToo() {
        browser.open("/editions");

        SearchDialog.byLink(browser).type("enterprize").says("This is similar").offers("Enterprise");
        browser.driver().navigate().refresh();
        SearchDialog.byKeys(browser).type("ㅋㄹㅇ").offers("크리에이터");
        browser.driver().navigate().refresh();
        SearchDialog.byKeys(browser).type("nonesuch").says("Nothing found").offers();
    }

    @Test
    void commandsAreCarriedOutFromAnyPage() {
        browser.open("/editions");

        SearchDialog.byKeys(browser).chooses("New product").type("dark theme").offers("Dark theme").enter();
        assertThat(browser.path()).isEqualTo("/editions");
        assertThat(browser.script("return document.documentElement.dataset.bsTheme")).isEqualTo("dark");
        SearchDialog.byKeys(browser).type("system").offers("Theme of the system").enter();
        SearchDialog.byKeys(browser).type("new prod").offers("New product").enter();
        assertThat(browser.path()).isEqualTo("/billing/products/new");
        SearchDialog.byKeys(browser).type("sign out").offers("Sign out").enter();
        assertThat(browser.path()).startsWith("/sign-in");
    }

    @Test
    void escapeLeadsBackToWhatOneWasDoing() {
        browser.open("/billing/products/new");
        var name = browser.see(By.xpath("//label[normalize-space()='Name']/following::input[1]"));
        name.sendKeys("반쯤 적은 이름");

        var search = SearchDialog.byKeys(browser).type("팀").offers("팀");
        search.type(Keys.ESCAPE);
        browser.await("the dialog to close", page -> !search.isOpen());

        assertThat(browser.driver().switchTo().activeElement()).isEqualTo(name);
        assertThat(name.getDomProperty("value")).isEqualTo("반쯤 적은 이름");
    }

    @Test
    void withoutScriptsThereIsAPage() {
        browser.withoutScripts().open("/billing/products");
        browser.leave(browser.see(By.xpath("//header//a[span[text()='Search']]"))::click);
        browser.see(By.xpath("//main//form[@role='search']//input")).sendKeys("요금");
        browser.leave(browser.see(By.xpath("//main//form[@role='search']//button"))::click);

        browser.leave(browser.see(By.xpath("//main//a[normalize-space()='팀']"))::click);

        assertThat(browser.path()).isEqualTo("/billing/products/" + catalogue.id("팀"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en light 1280", "ko dark 390", "ko light 390", "en dark 1280"})
    void itIsThereForEverybody(String look) {
        catalogue.draft("아주 긴 이름을 가진 요금제 ".repeat(4).strip(), PostedForm.with("slug", "a-very-long-slug-" + UUID.randomUUID()));
        browser.speaking(look.split(" ")[0]).sized(Integer.parseInt(look.split(" ")[2]), 844);
        var shown = look.contains("dark") ? browser.dark() : browser;

        for (var address : new String[] {"/search", "/search?q=enterprize", "/search?q=a", "/search?q=nonesuch"}) {
            shown.open(address);
            assertThat(shown.accessibilityProblems()).as(address).isEmpty();
            assertThat(shown.overflow()).as(address).isZero();
        }
        for (var words : new String[] {"요금", "enterprize", "nonesuch"}) {
            SearchDialog.byKeys(shown.open("/billing/products")).type(words).settled();
            assertThat(shown.accessibilityProblems()).as(words).isEmpty();
            assertThat(shown.overflow()).as(words).isZero();
        }
    }
}
