package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.Browser;
import app.maru.content.PostedForm;
import app.maru.identity.Role;

/** What one does with the cards of an entry. */
@EditingTest
class CardJourneyTests {

    @LocalServerPort
    private int port;
    private Browser browser;
    private Desk desk;

    @BeforeEach
    void aBrowser() {
        browser = Browser.at(port);
        desk = Desk.of(port, Role.ADMIN);
    }

    @AfterEach
    void noBrowser() {
        browser.close();
    }

    @Test
    void aCardIsAddedAboveAndBelowAnother() {
        var page = ProductPage.of(product(), browser, Role.AUTHOR);
        var card = page.card("둘").open();

        card.press("Add above").hasCards("Features", "1 하나", "2 Feature", "3 둘", "4 셋").typing("둘 앞");
        page.hasCards("Features", "1 하나", "2 둘 앞", "3 둘", "4 셋");
        card.press("Add below").hasCards("Features", "1 하나", "2 둘 앞", "3 둘", "4 Feature", "5 셋").typing("둘 뒤");
        assertThat(page.said()).isEqualTo("4 Feature added");

        page.press("Save").says("Saved").reopen().hasCards("Features", "1 하나", "2 둘 앞", "3 둘", "4 둘 뒤", "5 셋");
    }

    @Test
    void aCardIsDuplicatedWithWhatIsTypedInIt() {
        var page = ProductPage.of(product(), browser, Role.AUTHOR);
        page.card("둘").open().fill("Description", "둘의 설명").press("Duplicate");

        page.hasCards("Features", "1 하나", "2 둘", "3 둘 둘의 설명", "4 셋");
        assertThat(page.focus()).isEqualTo("Label");
        page.typing("!").press("Save").says("Saved").reopen().hasCards("Features", "1 하나", "2 둘 둘의 설명", "3 둘! 둘의 설명", "4 셋");
    }

    @Test
    void severalAreMadeOfPastedLines() {
        var page = ProductPage.of(product(), browser, Role.AUTHOR);
        page.open("Features", "Paste several").fill("Features", "Lines to paste", "넷\n\n다섯");
        page.sees("2 will be made").press("Features", "Add all");

        page.hasCards("Features", "1 하나", "2 둘", "3 셋", "4 넷", "5 다섯").saving("Unsaved");
        assertThat(page.said()).isEqualTo("2 added");
        assertThat(page.focus()).contains("넷");
        page.press("Save").says("Saved").reopen().hasCards("Features", "1 하나", "2 둘", "3 셋", "4 넷", "5 다섯");
    }

    @Test
    void tooManyPastedLinesAreRefusedAndKept() {
        var page = ProductPage.of(product(), browser, Role.AUTHOR);
        page.open("Features", "Paste several").paste("Features", "Lines to paste", "줄\n".repeat(10_000));

        page.seesSaying("These are 10,000 lines, and only 197 more can be added").press("Features", "Add all");
        page.seesSaying("Nothing was added, and your lines are still here").hasCards("Features", "1 하나", "2 둘", "3 셋");
        assertThat(page.value("Features", "Lines to paste")).hasSize(20_000);
    }

    @Test
    void allOfThisWorksWithoutScripts() {
        browser.withoutScripts();
        var page = ProductPage.of(product(), browser, Role.AUTHOR).fill("Headline", "그대로 남는 글");
        page.card("둘").openOnAnotherPage().leaveBy("Duplicate").hasCards("Features", "1 하나", "2 둘", "3 둘", "4 셋");
        page.card("3").leaveBy("Add below").hasCards("Features", "1 하나", "2 둘", "3 둘", "4 Feature", "5 셋").card("4").fill("Label", "둘 뒤");
        page.open("Features", "Paste several").fill("Features", "Lines to paste", "넷\n다섯").leaveBy("Features", "Preview").sees("2 will be made")
            .leaveBy("Features", "Add all");

        page.hasCards("Features", "1 하나", "2 둘", "3 둘", "4 둘 뒤", "5 셋", "6 넷", "7 다섯").has("Headline", "그대로 남는 글");
        page.leaveBy("Save").says("Saved").hasCards("Features", "1 하나", "2 둘", "3 둘", "4 둘 뒤", "5 셋", "6 넷", "7 다섯");
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void nothingIsWrongWithHowItLooks(int width, String theme) {
        browser.sized(width, 900).preferring(theme);
        var id = product();
        desk.publish(id, desk.form(id));
        desk.save(id, desk.form(id).card("features", UUID.randomUUID(), "label", "새 기능"));
        var page = ProductPage.of(id, browser, Role.EDITOR);
        page.card("둘").open();
        page.open("Features", "Paste several").fill("Features", "Lines to paste", "넷\n다섯\tcheck\t설명").sees("2 will be made");
        fits("a card open, one added, lines pasted");
        page.paste("Features", "Lines to paste", "줄\n".repeat(300)).seesSaying("These are 301 lines");
        fits("too many lines");
    }

    private void fits(String state) {
        assertThat(browser.accessibilityProblems()).as(state).isEmpty();
        assertThat(browser.overflow()).as(state + ": wider than the window").isZero();
    }

    private UUID product() {
        var id = UUID.randomUUID();
        desk.create(id, PostedForm.with("name", "크리에이터").and("slug", Desk.slug()).card("features", UUID.randomUUID(), "label", "하나")
            .card("features", UUID.randomUUID(), "label", "둘").card("features", UUID.randomUUID(), "label", "셋"));
        return id;
    }
}
