package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.PostedForm;
import app.maru.content.State;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Role;

@EditingTest
class ActsTests {

    private static final Pattern UNDO = Pattern.compile("(?s)class=\"desk-toast\".*?<form method=\"post\" action=\"([^\"]+)\">(.*?)</form>");
    private static final Pattern FIELD = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"");

    @LocalServerPort
    private int port;
    @Autowired
    private ContentTypes types;
    @Autowired
    private Entries entries;
    private Desk editor;

    @BeforeEach
    void anEditorAtTheDesk() {
        editor = Desk.of(port, Role.EDITOR);
    }

    @Test
    void publishingSavesWhatIsTypedAndPublishesJustThat() {
        var id = editor.draft("팀");

        editor.publish(id, editor.form(id).and("headline", "모두가 함께"));
        var published = editor.seen();

        assertThat(published.text()).contains("Published in edition");
        assertThat(entry(id)).satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(State.PUBLISHED);
            assertThat(entry.live()).isEqualTo(2);
        });
        assertThat(published.body()).contains("href=\"/api/v1/billing/products/" + entry(id).slug() + "\"");
        assertThat(editor.browser().get("/api/v1/billing/products/" + entry(id).slug()).body()).contains("모두가 함께");
    }

    @Test
    void aNewEntryIsSavedAndPublishedInOneGo() {
        var id = UUID.randomUUID();
        var slug = Desk.slug();

        var published = editor.publish(id, PostedForm.with("_entry", id.toString()).and("name", "바로 게시").and("slug", slug));

        assertThat(published.status()).isEqualTo(302);
        assertThat(editor.browser().get("/api/v1/billing/products/" + slug).status()).isEqualTo(200);
    }

    @Test
    void publishingWhatVisitorsSeeAlreadyCommitsNothing() {
        var id = editor.live("팀");

        editor.publish(id, editor.form(id));

        assertThat(editor.seen().text()).contains("Visitors see just this already");
    }

    @Test
    void whatIsIncompleteIsSavedAndSaidToBeMissing() {
        var id = editor.draft("팀");
        var card = UUID.randomUUID();

        var refused = editor.publish(id, editor.form(id).and("name", "").card("features", card, "description", "이름이 없는 기능"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Saved, but not published yet", "Name : Needed to publish", "Feature 1: Label");
        assertThat(refused.body()).contains("href=\"#field-features-" + card + "-label\"", "name=\"_version\" value=\"1\"");
        assertThat(entry(id)).satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(State.DRAFT);
            assertThat(entry.title()).isEmpty();
        });
    }

    @Test
    void whatCannotBeSavedIsNotPublished() {
        var id = editor.live("팀");

        assertThat(editor.publish(id, editor.form(id).and("slug", "Nicht So")).status()).isEqualTo(422);
        assertThat(entry(id).state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void aSlugThatAnotherHoldsLiveIsPublishedTogetherWithItsRename() {
        var holder = editor.live("프로");
        var slug = entry(holder).slug();
        editor.save(holder, editor.form(holder).and("slug", slug + "-old"));
        var newcomer = editor.draft("새 프로");

        var refused = editor.publish(newcomer, editor.form(newcomer).and("slug", slug));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Visitors find “프로” under the slug “" + slug + "”", "Open “프로”", "Publish both");
        var together = Desk.address(newcomer) + "/publication?_with=" + holder;
        assertThat(refused.body()).contains("formaction=\"" + together + "\"");
        assertThat(editor.put(together, editor.form(newcomer)).status()).isEqualTo(302);
        assertThat(entry(holder).state()).isEqualTo(State.PUBLISHED);
        assertThat(entry(newcomer).state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void aSlugWhoseHolderKeepsItOffersNoWayTogether() {
        var holder = editor.live("프로");
        var newcomer = editor.draft("새 프로");

        var refused = editor.publish(newcomer, editor.form(newcomer).and("slug", entry(holder).slug()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("belongs to “프로”").doesNotContain("Publish both");
    }

    @Test
    void unpublishingIsUndoneByPublishingThatVeryRevision() {
        var id = editor.live("팀");
        editor.save(id, editor.form(id).and("name", "팀 2"));

        editor.delete(Desk.address(id) + "/publication");
        var unpublished = editor.seen();

        assertThat(unpublished.text()).contains("Unpublished", "Undo");
        assertThat(entry(id).state()).isEqualTo(State.DRAFT);
        undo(unpublished);
        assertThat(entry(id)).satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(State.CHANGED);
            assertThat(entry.live()).isEqualTo(1);
        });
    }

    @Test
    void discardedChangesComeBack() {
        var id = editor.live("팀");
        editor.save(id, editor.form(id).and("name", "팀 2"));

        editor.delete(Desk.address(id) + "/changes");
        var discarded = editor.seen();

        assertThat(discarded.text()).contains("Changes discarded");
        assertThat(entry(id)).extracting(Entry::title, Entry::state).containsExactly("팀", State.PUBLISHED);
        undo(discarded);
        assertThat(entry(id)).extracting(Entry::title, Entry::state).containsExactly("팀 2", State.CHANGED);
    }

    @Test
    void anArchivedEntryComesBackAsItWas() {
        var id = editor.live("팀");

        editor.put(Desk.address(id) + "/archive", new PostedForm());
        var archived = editor.seen();

        assertThat(archived.text()).contains("Archived", "lists hide it", "Restore");
        assertThat(entry(id).state()).isEqualTo(State.ARCHIVED);
        assertThat(editor.publish(id, editor.form(id)).text()).contains("Restore it first, then publish");
        undo(archived);
        assertThat(entry(id).state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void anArchivedEntryIsRestoredAsADraft() {
        var id = editor.draft("팀");
        editor.put(Desk.address(id) + "/archive", new PostedForm());

        editor.delete(Desk.address(id) + "/archive");

        assertThat(entry(id).state()).isEqualTo(State.DRAFT);
    }

    @Test
    void aCopySaysTheSameUnderAnotherTitleAndNoSlug() {
        var id = UUID.randomUUID();
        editor.create(id, PostedForm.with("name", "팀").and("slug", Desk.slug()).card("steps", UUID.randomUUID(), "title", "가입하기"));

        editor.send(Desk.address(id) + "/copies", new PostedForm());
        var copy = editor.seen();

        assertThat(copy.text()).contains("팀 (copy)", "This is a copy of “팀”", "가입하기", "Draft");
    }

    private void undo(Page page) {
        var form = UNDO.matcher(page.body());
        assertThat(form.find()).as("a toast with Undo").isTrue();
        var fields = new PostedForm();
        FIELD.matcher(form.group(2)).results().filter(field -> !field.group(1).equals("_csrf")).forEach(field -> fields.and(field.group(1), field.group(2)));
        assertThat(editor.send(form.group(1), fields).status()).isEqualTo(302);
    }

    private Entry entry(UUID id) {
        return entries.entry(type(), id);
    }

    private ContentType type() {
        return types.of("billing/products");
    }
}
