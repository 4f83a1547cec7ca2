package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.PostedForm;
import app.maru.content.State;
import app.maru.identity.Role;

@EditingTest
class ReviewTests {

    @LocalServerPort
    private int port;
    @Autowired
    private ContentTypes types;
    @Autowired
    private Entries entries;
    private Desk author;
    private Desk editor;

    @BeforeEach
    void anAuthorAndAnEditor() {
        author = Desk.of(port, Role.AUTHOR);
        editor = Desk.of(port, Role.EDITOR);
    }

    @Test
    void anAuthorSubmitsWhatIsTypedWithANote() {
        var id = author.draft("팀");

        author.put(Desk.address(id) + "/proposal", author.form(id).and("headline", "모두가 함께"));
        assertThat(author.seen().text()).contains("Submit “팀” for review", "모두가 함께", "Note for the editor", "Submit for review").doesNotContain("Publish now");
        author.put(Desk.address(id) + "/review", PostedForm.with("_revision", "2").and("_note", "가격을\r\n봐 주세요."));

        assertThat(author.seen().text()).contains("Submitted for review", "In review", "Waits for a review", "가격을 봐 주세요.", "Withdraw").doesNotContain("Send back");
        assertThat(editor.open(id).text()).contains("In review", "가격을 봐 주세요.", "Version 2", "Compare with live", "Send back");
        assertThat(editor.browser().get("/reviews").text()).contains("팀", "가격을 봐 주세요.", "Version 2");
    }

    @Test
    void anEditorPublishesJustWhatWasSubmitted() {
        var id = submitted("요금 조정", "봐 주세요.");
        author.save(id, author.form(id).and("headline", "그 뒤에"));

        assertThat(editor.open(id).text()).contains("Saved again since: version 2");
        assertThat(editor.browser().get("/reviews").text()).contains("Saved again since: version 2");
        assertThat(editor.browser().get(Desk.address(id) + "/proposal?_revision=1").text()).contains("요금 조정", "Publish now").doesNotContain("그 뒤에");
        editor.publish(id, PostedForm.with("_revision", "1"));

        assertThat(entries.entry(types.of("billing/products"), id)).satisfies(entry -> {
            assertThat(entry.live()).isEqualTo(1);
            assertThat(entry.state()).isEqualTo(State.CHANGED);
        });
        assertThat(editor.open(id).text()).doesNotContain("In review");
        assertThat(editor.browser().get("/reviews").body()).doesNotContain(id.toString());
    }

    @Test
    void whatIsSentBackIsSaidToTheAuthorAndUndone() {
        var id = submitted("팀", "");

        editor.put(Desk.address(id) + "/review/answer", PostedForm.with("_note", "제목을 줄여 주세요."));
        assertThat(editor.seen().text()).contains("Sent back to the author", "Undo");
        assertThat(author.open(id).text()).contains("Sent back 박서연", "제목을 줄여 주세요.", "Submit for review").doesNotContain("In review");

        editor.delete(Desk.address(id) + "/review/answer");
        assertThat(author.open(id).text()).contains("In review", "Waits for a review").doesNotContain("제목을 줄여 주세요.");
    }

    @Test
    void anAuthorTakesTheirRequestBackAndUndoesIt() {
        var id = submitted("팀", "봐 주세요.");

        author.delete(Desk.address(id) + "/review");
        assertThat(author.seen().text()).contains("Withdrawn from review", "Undo").doesNotContain("Waits for a review");

        author.delete(Desk.address(id) + "/review/answer");
        assertThat(author.seen().text()).contains("In review again", "Waits for a review", "봐 주세요.");
    }

    @Test
    void nobodyTakesBackWhatAnotherAskedOrAnswered() {
        var id = editor.draft("팀");
        editor.put(Desk.address(id) + "/review", PostedForm.with("_revision", "1"));

        assertThat(author.delete(Desk.address(id) + "/review").status()).isEqualTo(403);
        editor.put(Desk.address(id) + "/review/answer", PostedForm.with("_note", "아직이에요."));
        assertThat(author.delete(Desk.address(id) + "/review/answer").status()).isEqualTo(403);
        assertThat(author.open(id).text()).contains("아직이에요.");
    }

    @Test
    void whatCannotBePublishedIsNotSubmitted() {
        var id = author.draft("팀");
        author.save(id, author.form(id).and("name", ""));

        var refused = author.put(Desk.address(id) + "/review", PostedForm.with("_revision", "2"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Name : Needed to publish");
        assertThat(author.open(id).text()).doesNotContain("Waits for a review");
    }

    @Test
    void aNoteThatIsTooLongIsKeptAndSaid() {
        var id = author.draft("팀");
        var note = "가".repeat(4001);

        var refused = author.put(Desk.address(id) + "/review", PostedForm.with("_revision", "1").and("_note", note));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("At most 4,000 characters. This has 4,001: shorten it by 1.", note);
        assertThat(author.put(Desk.address(id) + "/review", PostedForm.with("_revision", "1").and("_note", "\0보이지 않는 글자")).status()).isEqualTo(302);
        assertThat(editor.put(Desk.address(id) + "/review/answer", PostedForm.with("_note", note)).text()).contains("shorten it by 1.", note);
    }

    @Test
    void theSideBarSaysHowMuchWaits() {
        var id = submitted("팀", "");

        assertThat(editor.open(id).body()).containsPattern("class=\"nav-count in-review\"[^>]*>\\d+<");
    }

    private UUID submitted(String name, String note) {
        var id = author.draft(name);
        author.put(Desk.address(id) + "/review", PostedForm.with("_revision", "1").and("_note", note));
        return id;
    }
}
