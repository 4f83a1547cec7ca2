package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

import app.maru.identity.Role;

/** What one does with the cards of an entry. */
class CardJourneyTests extends ProductJourney {

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

        page.hasCards("Features", "1 하나", "2 둘", "3 셋", "4 넷", "5 다섯").saving("Kept");
        assertThat(page.said()).isEqualTo("2 items added");
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
    void aCardIsTakenUpMovedAndPutDownByKeys() {
        var page = ProductPage.of(product(), browser, Role.AUTHOR);

        page.card("셋").keys(" ");
        assertThat(page.said()).isEqualTo("3 셋 taken up at place 3 of 3. The arrows move it, Enter puts it down, Escape puts it back.");
        page.keys(Keys.ARROW_UP).keys(Keys.ARROW_UP);
        assertThat(page.said()).isEqualTo("1 셋: place 1 of 3");
        page.keys(Keys.ARROW_UP);
        assertThat(page.said()).isEqualTo("1 셋 cannot move any further");
        page.keys(Keys.ENTER).hasCards("Features", "1 셋", "2 하나", "3 둘").saving("Kept");
        assertThat(page.said()).isEqualTo("1 셋 moved to place 1 of 3");
        assertThat(page.focus()).contains("Move", "셋");

        page.keys(" ").keys(Keys.END).hasCards("Features", "1 하나", "2 둘", "3 셋").keys(Keys.ESCAPE).hasCards("Features", "1 셋", "2 하나", "3 둘");
        assertThat(page.said()).isEqualTo("1 셋 put back to place 1 of 3");
        assertThat(page.focus()).contains("Move", "셋");
        page.press("Save").says("Saved").reopen().hasCards("Features", "1 셋", "2 하나", "3 둘");
    }

    @Test
    void severalMoveTogether() {
        var page = ProductPage.of(product("하나", "둘", "셋", "넷", "다섯"), browser, Role.AUTHOR);
        page.card("둘").tick();
        page.card("넷").tick();
        page.sees("2 selected").press("Features", "Move up").hasCards("Features", "1 둘", "2 넷", "3 하나", "4 셋", "5 다섯");
        assertThat(page.said()).isEqualTo("2 items moved to place 1 of 5");
        assertThat(page.focus()).isEqualTo("Move up");
        page.press("Features", "To the bottom").hasCards("Features", "1 하나", "2 셋", "3 다섯", "4 둘", "5 넷");
        page.card("둘").keys(" ", Keys.ARROW_UP, Keys.ENTER);
        page.hasCards("Features", "1 하나", "2 셋", "3 둘", "4 넷", "5 다섯");
        page.card("넷").dragTo(page.card("하나"));
        page.hasCards("Features", "1 둘", "2 넷", "3 하나", "4 셋", "5 다섯");

        page.press("Features", "Remove").hasCards("Features", "1 하나", "2 셋", "3 다섯").seesNoMore("2 selected");
        page.press("Undo").hasCards("Features", "1 둘", "2 하나", "3 셋", "4 다섯");
        page.press("Save").says("Saved").reopen().hasCards("Features", "1 둘", "2 하나", "3 셋", "4 다섯");
    }

    @Test
    void severalMoveTogetherWithoutScripts() {
        browser.withoutScripts();
        var page = ProductPage.of(product("하나", "둘", "셋", "넷", "다섯"), browser, Role.AUTHOR);
        page.card("둘").tick();
        page.card("넷").tick();

        page.leaveBy("Features", "To the bottom").hasCards("Features", "1 하나", "2 셋", "3 다섯", "4 둘", "5 넷");
        page.leaveBy("Features", "Move up").hasCards("Features", "1 하나", "2 셋", "3 둘", "4 넷", "5 다섯");
        page.leaveBy("Features", "Remove").hasCards("Features", "1 하나", "2 셋", "3 다섯");
        page.leaveBy("Save").says("Saved").hasCards("Features", "1 하나", "2 셋", "3 다섯");
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
        page.card("하나").tick();
        page.card("셋").open().tick().keys(" ");
        fits("several taken up");
        page.paste("Features", "Lines to paste", "줄\n".repeat(300)).seesSaying("These are 301 lines");
        fits("too many lines");
    }

    private void fits(String state) {
        assertThat(browser.accessibilityProblems()).as(state).isEmpty();
        assertThat(browser.overflow()).as(state + ": wider than the window").isZero();
    }
}
