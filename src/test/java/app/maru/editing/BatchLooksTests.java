package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.Browser;
import app.maru.identity.Role;

/** What axe finds on the page of what became of several entries, with those that were kept back. */
@EditingTest
class BatchLooksTests {

    @LocalServerPort
    private int port;
    @AutoClose
    private Browser browser;
    private Desk desk;

    @BeforeEach
    void aBrowser() {
        browser = Browser.at(port);
        desk = Desk.of(port, Role.EDITOR);
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void nothingIsWrongWithHowItIs(int width, String theme) {
        browser.sized(width, 900).preferring(theme);
        var warned = desk.draft("경고가 있는 요금제");
        desk.save(warned, desk.form(warned).and("description", "![](https://cdn.maru.example/a.png)"));
        var nameless = desk.draft("이름은 나중에");
        desk.save(nameless, desk.form(nameless).and("name", ""));

        var page = ProductPage.fresh(browser, Role.EDITOR).at(published(List.of(warned, nameless, desk.draft("괜찮은 요금제"))));
        page.sees("One entry has warnings, and was kept back.").sees("One entry could not be changed. It is as it was.");
        fits("with warnings");

        page.take("I have seen the warnings below");
        page.leaveBy("Publish it all the same").says("1 published.");
    }

    private String published(List<UUID> entries) {
        var chosen = entries.stream().map(id -> "&_entry=" + id).collect(Collectors.joining());
        return desk.browser().postText(Desk.PRODUCTS + "/publications", "_csrf=" + desk.browser().token() + "&_method=put" + chosen).location();
    }

    private void fits(String state) {
        assertThat(browser.accessibilityProblems()).as(state).isEmpty();
        assertThat(browser.overflow()).as(state).isZero();
    }
}
