package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.NoSuchEntry;
import app.maru.content.Paths;
import app.maru.content.PostedForm;
import app.maru.content.Snapshot;
import app.maru.content.WorkingCopy;
import app.maru.identity.Role;

@EditingTest
class SavingTests {

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
    void aNewEntryIsSavedAsADraftAndTheWayLeadsToIt() {
        var id = UUID.randomUUID();
        var saved = editor.create(id, PostedForm.with("name", "크리에이터").card("features", UUID.randomUUID(), "label", "무제한 게시"));

        assertThat(saved.status()).isEqualTo(302);
        assertThat(saved.location()).isEqualTo(Desk.address(id));
        assertThat(editor.seen().text()).contains("크리에이터", "Draft", "무제한 게시", "Saved");
    }

    @Test
    void aFormOfANewEntryThatIsSentTwiceMakesOneEntry() {
        var id = UUID.randomUUID();
        var slug = Desk.slug();
        var form = PostedForm.with("name", "팀").and("slug", slug);
        editor.create(id, form);

        var again = editor.create(id, form);

        assertThat(again.status()).isEqualTo(302);
        assertThat(copy(id).entry().revisions()).isEqualTo(1);
        assertThat(entries.withSlug(types.of("billing/products"), slug)).isPresent();
    }

    @Test
    void aFormThatDoesNotSayWhatItWasMadeFromIsNotSaved() {
        var id = editor.draft("팀");

        assertThat(editor.save(id, PostedForm.with("name", "다른 팀")).status()).isEqualTo(400);
        assertThat(editor.save(id, PostedForm.with("name", "다른 팀").and("_version", "zero").and("_base", "1")).status()).isEqualTo(400);
        assertThat(copy(id).snapshot().value("name")).isEqualTo("팀");
    }

    @Test
    void cardsAreAddedMovedAndRemovedByOneSave() {
        var id = editor.draft("팀");
        var one = UUID.randomUUID();
        var two = UUID.randomUUID();
        var three = UUID.randomUUID();
        editor.save(id, editor.form(id).card("steps", one, "title", "하나").card("steps", two, "title", "둘").card("steps", three, "title", "셋"));

        editor.save(id, editor.form(id).and(Paths.order("steps"), three.toString()).and(Paths.order("steps"), two.toString())
            .and(Paths.order("steps"), one.toString()).removing("steps", two));

        assertThat(copy(id).snapshot().items("steps")).extracting(Snapshot.Item::id).containsExactly(three, one);
    }

    @Test
    void twoWhoChangeDifferentPlacesBothKeepTheirTextAndAreToldSo() {
        var id = editor.draft("팀");
        var mine = editor.form(id).and("headline", "함께 만드는 곳");
        var colleague = Desk.of(port, Role.ADMIN);
        colleague.save(id, colleague.form(id).and("description", "다섯 명까지"));

        editor.save(id, mine);
        var saved = editor.seen();

        assertThat(saved.text()).contains("Saved, together with what 김민준 changed meanwhile: Description");
        assertThat(copy(id).snapshot().value("headline")).isEqualTo("함께 만드는 곳");
        assertThat(copy(id).snapshot().value("description")).isEqualTo("다섯 명까지");
    }

    @Test
    void twoWhoChangeTheSamePlaceSeeBothTextsAndLoseNeither() {
        var id = editor.draft("팀");
        var form = editor.form(id);
        var mine = new PostedForm().and("_version", form.parameters().getFirst("_version")).and("_base", form.parameters().getFirst("_base"))
            .and("headline", "내 문장").and("name", "팀");
        var colleague = Desk.of(port, Role.ADMIN);
        colleague.save(id, colleague.form(id).and("headline", "그들의 문장").and("description", "다섯 명까지"));

        var conflict = editor.save(id, mine);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).contains("김민준 saved this while you were writing", "내 문장", "그들의 문장", "Copy my text", "elsewhere is in the form already: Description");
        assertThat(conflict.body()).contains("value=\"내 문장\"", "name=\"_theirs\" value=\"headline\"", "name=\"_version\" value=\"1\"");
        assertThat(editor.save(id, editor.form(id).and("headline", "내 문장")).status()).isEqualTo(302);
        assertThat(copy(id).snapshot().value("headline")).isEqualTo("내 문장");
        assertThat(copy(id).snapshot().value("description")).isEqualTo("다섯 명까지");
    }

    @Test
    void whoeverPrefersTheOthersTextTakesIt() {
        var id = editor.draft("팀");
        var colleague = Desk.of(port, Role.ADMIN);
        colleague.save(id, colleague.form(id).and("headline", "그들의 문장"));

        editor.save(id, editor.form(id).and("headline", "내 문장").and("_theirs", "headline"));

        assertThat(copy(id).snapshot().value("headline")).isEqualTo("그들의 문장");
    }

    @Test
    void whoeverPrefersTheirOwnTextEverywhereKeepsItAsANewVersion() {
        var id = editor.draft("팀");
        var colleague = Desk.of(port, Role.ADMIN);
        colleague.save(id, colleague.form(id).and("headline", "그들의 문장"));

        editor.save(id, editor.form(id).and("headline", "내 문장").and("_theirs", "headline").and("_mine", "true"));

        assertThat(copy(id).snapshot().value("headline")).isEqualTo("내 문장");
        assertThat(copy(id).entry().head()).isEqualTo(3);
    }

    @Test
    void aCardThatOneRemovedAndTheOtherChangedIsAskedAbout() {
        var card = UUID.randomUUID();
        var id = UUID.randomUUID();
        editor.create(id, PostedForm.with("name", "팀").card("features", card, "label", "공유"));
        var mine = editor.form(id).and(Paths.order("features"), card.toString()).removing("features", card);
        var colleague = Desk.of(port, Role.ADMIN);
        colleague.save(id, colleague.form(id).card("features", card, "label", "모두와 공유"));

        var conflict = editor.save(id, mine);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).contains("Removed by you", "모두와 공유", "Take what 김민준 saved");
        var path = "features." + card;
        editor.save(id, editor.form(id).and(Paths.order("features"), card.toString()).removing("features", card).and("_theirs", path));
        assertThat(copy(id).snapshot().items("features")).hasSize(1);
    }

    @Test
    void twoOrdersStandSideBySideAndTheirsCanBeTakenWithMyNewCardInIt() {
        var cards = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var added = UUID.randomUUID();
        var id = UUID.randomUUID();
        editor.create(id, PostedForm.with("name", "팀").card("features", cards.get(0), "label", "공유").card("features", cards.get(1), "label", "기록")
            .card("features", cards.get(2), "label", "지원"));
        var mine = ordered(editor.form(id), cards.get(1), cards.get(0), added, cards.get(2)).and(Paths.of("features", added, "label"), "초대");
        var colleague = Desk.of(port, Role.ADMIN);
        colleague.save(id, ordered(colleague.form(id), cards.get(1), cards.get(2), cards.get(0)));

        var conflict = editor.save(id, mine);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).contains("Features: Order", "2. 공유 3. 지원", "2. 지원 3. 공유");
        var again = ordered(editor.form(id), cards.get(1), cards.get(0), added, cards.get(2)).and(Paths.of("features", added, "label"), "초대");
        assertThat(editor.send(Desk.address(id) + "/preview/page", again.and("_theirs", "features")).text()).as("shown beside as it will be saved")
            .containsSubsequence("기록", "지원", "공유", "초대");
        editor.save(id, again.and("_theirs", "features"));
        assertThat(copy(id).snapshot().items("features")).extracting(Snapshot.Item::id).containsExactly(cards.get(1), cards.get(2), cards.get(0), added);
        assertThat(copy(id).snapshot().items("features").getLast().fields()).as("it is their order only").containsEntry("label", "초대");
    }

    private static PostedForm ordered(PostedForm form, UUID... cards) {
        form.parameters().put(Paths.order("features"), Stream.of(cards).map(UUID::toString).toList());
        return form;
    }

    @Test
    void anAuthorSavesAndAViewerReads() {
        var id = editor.draft("팀");

        assertThat(Desk.of(port, Role.AUTHOR).open(id).body()).contains("id=\"act-save\"", "Submit for review").doesNotContain("Publish changes");
        assertThat(Desk.of(port, Role.VIEWER).open(id).body()).contains("readonly", "You can read this entry")
            .doesNotContain("id=\"act-save\"", "data-act=");
    }

    @Test
    void anAddressWithoutAnEntryLeadsNowhere() {
        assertThat(editor.open(UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(editor.browser().get(Desk.PRODUCTS + "/not-an-id").status()).isEqualTo(404);
        assertThat(editor.save(UUID.randomUUID(), PostedForm.with("_version", "0").and("_base", "1")).status()).isEqualTo(404);
        assertThat(editor.put(Desk.PRODUCTS + "/not-an-id/publication", new PostedForm()).status()).isEqualTo(404);
        assertThat(editor.put(Desk.address(UUID.randomUUID()) + "/archive", new PostedForm()).status()).isEqualTo(404);
        assertThat(editor.delete(Desk.address(UUID.randomUUID()) + "/changes").status()).isEqualTo(404);
        assertThat(editor.send(Desk.address(UUID.randomUUID()) + "/copies", new PostedForm()).status()).isEqualTo(404);
    }

    private WorkingCopy copy(UUID id) throws NoSuchEntry {
        return entries.workingCopy(types.of("billing/products"), id);
    }
}
