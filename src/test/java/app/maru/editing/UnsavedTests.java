package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.content.Paths;
import app.maru.content.PostedForm;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Role;

@EditingTest
class UnsavedTests {

    private static final Pattern SITTING = Pattern.compile("name=\"(_sitting|_seen|_base|_version)\"[^>]* value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;
    private Desk author;
    private UUID id;

    @BeforeEach
    void aStoredProduct() {
        author = Desk.of(port, Role.AUTHOR);
        id = author.draft("크리에이터");
    }

    @Test
    void whatIsTypedIsKeptAndTheAnswerSaysOnlyThatItIs() {
        var kept = keep(1, sitting(id).and("headline", "쓰는 중"));

        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.body()).matches("\\{\"number\":1,\"says\":\"\\d+:\\d\\d.[AP]M\"}");
        assertThat(author.open(id).body()).contains("value=\"쓰는 중\"", "What you typed and did not save is in the form", "data-unsaved=\"true\"");
        assertThat(Desk.of(port, Role.ADMIN).open(id).body()).as("nobody else sees it").doesNotContain("쓰는 중");
        assertThat(Desk.of(port, Role.VIEWER).open(id).body()).doesNotContain("쓰는 중", "_sitting");
    }

    @Test
    void openingIsNotEditing() {
        author.open(id);

        assertThat(author.open(id).body()).contains("data-unsaved=\"false\"").doesNotContain("did not save");
    }

    @Test
    void savingThrowsAwayWhatItSaved() {
        keep(1, sitting(id).and("headline", "쓰는 중"));
        var form = sitting(id).and("headline", "다 썼어요");

        author.save(id, form);

        assertThat(author.open(id).body()).contains("value=\"다 썼어요\"", "data-unsaved=\"false\"").doesNotContain("did not save");
    }

    @Test
    void unsavedTextIsDiscardedAndTakenBack() {
        keep(1, sitting(id).and("headline", "버릴 글"));

        author.delete(Desk.address(id) + "/unsaved", sitting(id));
        assertThat(author.seen().text()).contains("Unsaved text discarded.", "Undo").doesNotContain("버릴 글");
        author.send(Desk.address(id) + "/unsaved/restorations", new PostedForm());

        assertThat(author.seen().body()).contains("Your unsaved text is back.", "value=\"버릴 글\"");
        author.delete(Desk.address(id) + "/unsaved", sitting(id));
        author.delete(Desk.address(id) + "/unsaved", sitting(id));
        assertThat(author.seen().text()).contains("There was no unsaved text.");
    }

    @Test
    void whatWasTypedLastAndNotKeptYetIsTakenBackWithTheRest() {
        keep(1, sitting(id).and("headline", "먼저 쓴 글"));

        author.delete(Desk.address(id) + "/unsaved", sitting(id).and("headline", "조금 뒤에 쓴 글"));
        author.send(Desk.address(id) + "/unsaved/restorations", new PostedForm());

        assertThat(author.seen().body()).contains("value=\"조금 뒤에 쓴 글\"");
    }

    @Test
    void thePageBesideTheFormSaysAlsoWhatWasTypedIntoACardThatIsClosedByNow() {
        var card = UUID.randomUUID();
        author.save(id, author.form(id).card("features", card, "label", "공유"));
        keep(1, sitting(id).and(Paths.of("features", card, "label"), "모두와 공유"));

        var page = author.send(Desk.address(id) + "/preview/page", sitting(id).and("headline", "지금 쓰는 문장"));

        assertThat(page.text()).contains("모두와 공유", "지금 쓰는 문장");
    }

    @Test
    void textThatOthersOvertookIsShownWithWhoAndWhatWasMerged() {
        keep(1, sitting(id).and("headline", "내 문장"));
        var colleague = Desk.of(port, Role.ADMIN);
        colleague.save(id, colleague.form(id).and("description", "다섯 명까지"));

        var page = author.open(id);
        assertThat(page.text()).contains("김민준 has saved this since", "Their changes are in the form, too: Description").doesNotContain("saved this while you were writing");
        assertThat(page.body()).contains("value=\"내 문장\"", "다섯 명까지", "name=\"_base\" value=\"2\"");

        colleague.save(id, colleague.form(id).and("headline", "그들의 문장"));
        var clash = author.open(id);
        assertThat(clash.text()).contains("김민준 saved this while you were writing", "내 문장", "그들의 문장");
        author.save(id, sitting(id).and("headline", "내 문장").and("_theirs", "headline"));
        assertThat(author.open(id).body()).contains("value=\"그들의 문장\"", "data-unsaved=\"false\"");
    }

    @Test
    void aFormThatComesBackStaysInItsSitting() {
        var form = sitting(id);

        var refused = author.save(id, form.and("slug", "Not A Slug"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).containsPattern("name=\"_sitting\"[^>]* value=\"" + form.parameters().getFirst("_sitting") + "\"");
    }

    @Test
    void aNewEntryThatWasBegunIsFoundAgain() {
        var begun = UUID.randomUUID();
        keep(begun, 1, PostedForm.with("_sitting", UUID.randomUUID().toString()).and("name", "시작한 요금제"));

        assertThat(author.browser().get(Desk.PRODUCTS + "/new").body()).contains("not saved them", "시작한 요금제", "/new?entry=" + begun);
        var page = author.browser().get(Desk.PRODUCTS + "/new?entry=" + begun);
        assertThat(page.body()).contains("value=\"시작한 요금제\"", "name=\"_entry\" value=\"" + begun + "\"");

        author.create(begun, fields(page).and("name", "시작한 요금제"));
        assertThat(author.browser().get(Desk.PRODUCTS + "/new?entry=" + begun).location()).isEqualTo(Desk.address(begun));
        assertThat(author.browser().get(Desk.PRODUCTS + "/new").body()).doesNotContain(begun.toString());
    }

    @Test
    void whatCannotBeKeptIsRefusedInWordsAndLosesNothing() {
        keep(1, sitting(id).and("headline", "쓰는 중"));

        var unknown = keep(2, sitting(id).and("price", "9900"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("a field “price” that does not exist");
        var tooMuch = keep(3, sitting(id).and("description", "x".repeat(5_000_000)));
        assertThat(tooMuch.status()).isEqualTo(413);
        assertThat(tooMuch.body()).contains("more text than can be kept");
        assertThat(keep(4, PostedForm.with("headline", "?")).status()).as("no sitting").isEqualTo(400);
        assertThat(keep(UUID.randomUUID(), 5, sitting(id).and("headline", "?")).status()).as("no such entry").isEqualTo(404);

        assertThat(author.open(id).body()).contains("value=\"쓰는 중\"");
    }

    /** The editor's form as it was opened, without its fields. */
    private PostedForm sitting(UUID entry) {
        return fields(author.open(entry));
    }

    private static PostedForm fields(Page page) {
        var form = new PostedForm();
        SITTING.matcher(page.body()).results().forEach(found -> form.and(found.group(1), found.group(2)));
        return form;
    }

    private Page keep(int number, PostedForm form) {
        return keep(id, number, form);
    }

    private Page keep(UUID entry, int number, PostedForm form) {
        author.browser().sending("Accept", "application/json");
        try {
            return author.put(Desk.address(entry) + "/unsaved", form.and("_number", Integer.toString(number)));
        } finally {
            author.browser().sending("Accept", "text/html");
        }
    }
}
