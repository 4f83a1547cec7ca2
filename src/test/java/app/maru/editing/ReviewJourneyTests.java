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

@EditingTest
class ReviewJourneyTests {

    @LocalServerPort
    private int port;
    private Browser author;
    private Browser editor;

    @BeforeEach
    void twoBrowsers() {
        author = Browser.at(port);
        editor = Browser.at(port);
    }

    @AfterEach
    void noBrowsers() {
        author.close();
        editor.close();
    }

    @Test
    void anAuthorSubmitsAnEditorSendsBackAndThenPublishes() {
        var name = "검토할 요금제 " + UUID.randomUUID();
        var mine = ProductPage.fresh(author, Role.AUTHOR).fill("Name", name).fill("Slug", Desk.slug());
        mine.press("Submit for review");
        assertThat(mine.asked()).contains("Submit “" + name + "” for review", "for the first time");
        mine.fill("Note for the editor", "가격을 봐 주세요.").pressInDialog("Submit for review").says("Submitted for review").state("In review");
        assertThat(mine.offers("Submit for review")).isFalse();

        var theirs = ProductPage.reviewed(name, editor, Role.EDITOR).state("In review").sees("가격을 봐 주세요.");
        theirs.open("Send back").fill("What is to be done", "한 줄 소개가 없어요.").leaveBy("Send back").says("Sent back to the author");

        mine.reopen().sees("한 줄 소개가 없어요.").fill("Headline", "모두를 위한 요금제").press("Submit for review");
        mine.pressInDialog("Submit for review").says("Submitted for review");

        theirs.reopen().leaveByLink("Compare with live");
        theirs.leaveBy("Publish now").says("Published in edition").state("Published");
        mine.reopen().state("Published").sees("Approved");
    }

    @Test
    void itWorksWithoutScripts() {
        author.withoutScripts();
        var mine = ProductPage.fresh(author, Role.AUTHOR).fill("Name", "스크립트 없이").fill("Slug", Desk.slug());
        mine.leaveBy("Submit for review").fill("Note for the editor", "봐 주세요.").leaveBy("Submit for review").says("Submitted for review");

        mine.leaveBy("Withdraw").says("Withdrawn from review").leaveBy("Undo").says("In review again").sees("봐 주세요.");
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void nothingIsWrongWithHowItLooks(int width, String theme) {
        var desk = Desk.of(port, Role.AUTHOR);
        var id = desk.draft("팀");
        desk.put(Desk.address(id) + "/review", PostedForm.with("_revision", "1").and("_note", "가격과 한 줄 소개를 봐 주세요.\n금요일에 공개해요."));
        editor.sized(width, 900).preferring(theme);
        var page = ProductPage.of(id, editor, Role.EDITOR).open("Send back");
        fits("in review");
        page.at("/reviews");
        fits("the list");
        page.at(Desk.address(id) + "/proposal");
        fits("before publishing");
        page.at(Desk.address(id)).open("Send back").leaveBy("Send back").sees("Sent back");
        fits("sent back");
    }

    private void fits(String state) {
        assertThat(editor.accessibilityProblems()).as(state).isEmpty();
        assertThat(editor.overflow()).as(state).isZero();
    }
}
