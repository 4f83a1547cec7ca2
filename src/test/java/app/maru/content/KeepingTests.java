package app.maru.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.content.Keeping.Changes;
import app.maru.content.Merge.Conflict;
import app.maru.content.Saving.Edit;
import app.maru.database.FreshDatabase;

@SpringBootTest
@FreshDatabase
@Tag("kernel")
class KeepingTests {

    @Autowired Keeping keeping;
    @Autowired Resuming resuming;
    @Autowired Saving saving;
    @Autowired Entries entries;
    @Autowired ContentTypes types;
    @Autowired JdbcClient database;

    final UUID card = UUID.randomUUID();
    final UUID sitting = UUID.randomUUID();
    final UUID otherTab = UUID.randomUUID();
    ContentType products;
    UUID person;
    UUID colleague;
    UUID entry;

    @BeforeEach
    void aStoredProductAndTwoPeople() {
        products = types.of("billing/products");
        person = somebody("이서연");
        colleague = somebody("김민준");
        entry = stored(PostedForm.with("name", "팀").and("headline", "처음").card("features", card, "label", "공유"));
    }

    @Test
    void onlyWhatWasChangedIsKeptAndLiesOverWhatIsStored() {
        keep(sitting, 1, PostedForm.with("headline", "쓰는 중"));
        keep(sitting, 2, PostedForm.with("description", "더 쓰는 중").and(Paths.of("features", card, "label"), "함께 공유"));

        var text = resumed().draft().snapshot();
        assertThat(text.fields()).containsEntry("name", "팀").containsEntry("headline", "쓰는 중").containsEntry("description", "더 쓰는 중");
        assertThat(text.items("features").getFirst().fields()).containsEntry("label", "함께 공유");
        assertThat(entries.workingCopy(products, entry).snapshot().value("headline")).isEqualTo("처음");
        assertThat(keeping.of(entry, colleague).isEmpty()).as("nobody else sees it").isTrue();
    }

    @Test
    void ofTwoTabsTheLaterTextCountsAndTheFieldsOfBothSurvive() {
        keep(sitting, 1, PostedForm.with("name", "한 탭").and("headline", "한 탭"));
        keep(otherTab, 1, PostedForm.with("headline", "다른 탭").and("description", "다른 탭"));
        keep(sitting, 2, PostedForm.with("name", "한 탭 더"));

        assertThat(resumed().draft().snapshot().fields()).containsEntry("name", "한 탭 더").containsEntry("headline", "다른 탭")
            .containsEntry("description", "다른 탭");
        assertThat(resumed().merge()).isNull();
    }

    @Test
    void whatIsOvertakenOnItsWayChangesNothing() {
        keep(sitting, 2, PostedForm.with("headline", "나중 글"));

        assertThat(keep(sitting, 1, PostedForm.with("headline", "먼저 글"))).isEmpty();

        assertThat(resumed().draft().snapshot().value("headline")).isEqualTo("나중 글");
        save(PostedForm.with("headline", "저장한 글"), new Sitting(sitting, 3, keeping.of(entry, person)));
        keep(sitting, 3, PostedForm.with("headline", "늦게 온 글"));
        assertThat(keeping.of(entry, person).isEmpty()).isTrue();
    }

    @Test
    void savingSettlesWhatTheFormHeldAndLeavesWhatAnotherTabKeptSince() {
        keep(sitting, 1, PostedForm.with("headline", "한 줄"));
        keep(otherTab, 1, PostedForm.with("description", "다른 탭의 첫 글"));
        var opened = keeping.of(entry, person);
        keep(otherTab, 2, PostedForm.with("description", "다른 탭의 나중 글"));

        save(PostedForm.with("headline", "한 줄"), new Sitting(sitting, 1, opened));

        assertThat(entries.workingCopy(products, entry).snapshot().fields()).containsEntry("headline", "한 줄")
            .containsEntry("description", "다른 탭의 첫 글");
        assertThat(keeping.of(entry, person).form()).isEqualTo(PostedForm.with("description", "다른 탭의 나중 글").parameters());
    }

    @Test
    void aFormThatWasLongOnItsWayLeavesWhatItsOwnTabKeptSince() {
        keep(sitting, 1, PostedForm.with("headline", "보낸 글"));
        keep(sitting, 2, PostedForm.with("headline", "보낸 뒤에 쓴 글"));

        save(PostedForm.with("headline", "보낸 글"), new Sitting(sitting, 1, keeping.of(entry, person)));

        assertThat(entries.workingCopy(products, entry).snapshot().value("headline")).isEqualTo("보낸 글");
        assertThat(keeping.of(entry, person).form()).isEqualTo(PostedForm.with("headline", "보낸 뒤에 쓴 글").parameters());
    }

    @Test
    void aCardThatIsInTheFormNoMoreIsNotMadeAgainOfWhatWasKeptOfIt() {
        var gone = UUID.randomUUID();
        keep(sitting, 1, new PostedForm().card("features", gone, "label", "남이 삭제한 카드"));

        save(new PostedForm().and(Paths.order("features"), card.toString()), new Sitting(sitting, 1, keeping.of(entry, person)));

        assertThat(entries.workingCopy(products, entry).snapshot().items("features")).extracting(Snapshot.Item::id).containsExactly(card);
    }

    @Test
    void aSaveThatIsRefusedThrowsNothingAway() {
        keep(sitting, 1, PostedForm.with("slug", "Not A Slug"));

        var outcome = saving.save(new Edit(products, entry, 0, 1, PostedForm.with("slug", "Not A Slug").parameters(), "", person,
            new Sitting(sitting, 1, keeping.of(entry, person))));

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.of(entry, person).form()).containsEntry("slug", List.of("Not A Slug"));
    }

    @Test
    void whatIsKeptOfACardThatTheFormDoesNotHoldIsSavedWithIt() {
        var added = UUID.randomUUID();
        keep(sitting, 1, new PostedForm().and(Paths.of("features", card, "label"), "닫힌 카드").card("features", card, "description", "설명")
            .card("features", added, "label", "새 카드"));

        save(PostedForm.with("name", "팀 플러스").and(Paths.order("features"), added.toString()).and(Paths.order("features"), card.toString()),
            new Sitting(sitting, 1, keeping.of(entry, person)));

        var saved = entries.workingCopy(products, entry).snapshot();
        assertThat(saved.items("features")).extracting(item -> item.fields().get("label")).containsExactly("새 카드", "닫힌 카드");
        assertThat(saved.value("name")).isEqualTo("팀 플러스");
    }

    @Test
    void aCardThatIsTakenBackInTheFormIsNotRemovedByWhatWasKeptBefore() {
        keep(sitting, 1, new PostedForm().removing("features", card));

        save(new PostedForm().and(Paths.order("features"), card.toString()), new Sitting(sitting, 1, keeping.of(entry, person)));

        assertThat(entries.workingCopy(products, entry).snapshot().items("features"))
            .extracting(item -> item.fields().get("label")).containsExactly("공유");
    }

    @Test
    void textThatIsOlderThanTheEntryIsMergedLikeAFormThatIsSavedTooLate() {
        keep(sitting, 1, PostedForm.with("headline", "내 문장").and("name", "내 이름"));
        savedByColleague(PostedForm.with("headline", "그들의 문장").and("description", "그들의 설명"));

        var resumed = resumed();

        assertThat(resumed.merge().conflicts()).containsExactly(new Conflict("headline", "내 문장", "그들의 문장"));
        assertThat(resumed.merge().taken()).containsExactly("description");
        assertThat(resumed.draft().snapshot().fields()).containsEntry("name", "내 이름").containsEntry("headline", "내 문장")
            .containsEntry("description", "그들의 설명");
    }

    @Test
    void textOfSeveralRevisionsIsLaidOverOneAfterTheOther() {
        keep(sitting, 1, PostedForm.with("headline", "첫 탭").and("name", "첫 탭"));
        savedByColleague(PostedForm.with("headline", "그들의 문장"));
        keep(otherTab, 1, 2, PostedForm.with("headline", "둘째 탭"));
        savedByColleague(PostedForm.with("description", "그들의 설명"));

        var resumed = resumed();

        assertThat(resumed.merge().conflicts()).as("the headline was typed with theirs in sight").isEmpty();
        assertThat(resumed.draft().snapshot().fields()).containsEntry("name", "첫 탭").containsEntry("headline", "둘째 탭")
            .containsEntry("description", "그들의 설명");
    }

    @Test
    void whatIsNoPlaceOrBelongsToAnotherEntryIsRefusedAndWhatWasKeptStays() {
        keep(sitting, 1, PostedForm.with("headline", "쓰는 중"));
        var foreign = UUID.randomUUID();
        stored(PostedForm.with("name", "다른 요금제").card("features", foreign, "label", "남의 것"));

        assertThat(keep(sitting, 2, PostedForm.with("headline", "더").and("price", "9900"))).extracting(Problem::code).containsExactly("UnknownField");
        assertThat(keep(sitting, 3, new PostedForm().card("features", foreign, "label", "훔친 것"))).extracting(Problem::code)
            .containsExactly("BelongsElsewhere");
        assertThat(keep(sitting, 4, PostedForm.with("description", "x".repeat(UnsavedTexts.MOST)))).extracting(Problem::code).containsExactly("TooMuchText");
        assertThat(keep(sitting, 5, PostedForm.with("description", "x".repeat(UnsavedTexts.MOST - 25)))).extracting(Problem::code).containsExactly("TooMuchText");

        assertThat(keeping.of(entry, person).form().toSingleValueMap()).isEqualTo(Map.of("headline", "쓰는 중"));
        assertThatThrownBy(() -> keep(sitting, 6, 7, PostedForm.with("headline", "?"))).isInstanceOf(NoSuchEntry.class);
    }

    @Test
    void anythingIsKeptThatCouldNotBeSaved() {
        keep(sitting, 1, PostedForm.with("slug", "가나다").and("visibility", "누구나").and("name", "보이지\0않는"));

        var draft = resumed().draft();
        assertThat(draft.texts()).containsEntry("slug", "가나다").containsEntry("visibility", "누구나").containsEntry("name", "보이지않는");
        assertThat(draft.problems()).extracting(Problem::path).containsExactly("visibility");
    }

    @Test
    void whatIsThrownAwayCanBeTakenBack() {
        keep(sitting, 1, PostedForm.with("headline", "버린 글"));

        assertThat(keeping.discard(entry, person, new Sitting(sitting, 2, Unsaved.NONE))).isTrue();
        keep(sitting, 2, PostedForm.with("headline", "늦게 온 글"));
        assertThat(keeping.of(entry, person).isEmpty()).isTrue();
        assertThat(keeping.restore(entry, person)).isTrue();

        assertThat(keeping.of(entry, person).form().toSingleValueMap()).isEqualTo(Map.of("headline", "버린 글"));
    }

    @Test
    void anEntryThatIsNotStoredYetIsKeptToo() {
        entry = UUID.randomUUID();
        keep(sitting, 1, 0, PostedForm.with("name", "새 요금제"));

        assertThat(keeping.beginnings(products, person)).extracting(Keeping.Beginning::entry, Keeping.Beginning::title)
            .containsExactly(org.assertj.core.groups.Tuple.tuple(entry, "새 요금제"));
        saving.create(products, entry, PostedForm.with("headline", "한 줄").parameters(), person, new Sitting(sitting, 1, keeping.of(entry, person)));
        assertThat(entries.workingCopy(products, entry).snapshot().fields()).containsEntry("name", "새 요금제").containsEntry("headline", "한 줄");
        assertThat(keeping.beginnings(products, person)).isEmpty();
    }

    private Resuming.Resumed resumed() {
        var copy = entries.workingCopy(products, entry);
        return resuming.over(products, entry, keeping.of(entry, person), copy.snapshot(), copy.entry().head());
    }

    private List<Problem> keep(UUID tab, int number, PostedForm form) {
        return keep(tab, number, 1, form);
    }

    private List<Problem> keep(UUID tab, int number, int base, PostedForm form) {
        return keeping.keep(new Changes(products, entry, person, tab, number, base, form.parameters())).problems();
    }

    private void save(PostedForm form, Sitting from) {
        assertThat(saving.save(new Edit(products, entry, 0, 1, form.parameters(), "", person, from))).isInstanceOf(Outcome.Saved.class);
    }

    private void savedByColleague(PostedForm form) {
        var now = entries.workingCopy(products, entry);
        saving.save(new Edit(products, entry, now.version(), now.entry().head(), form.parameters(), "", colleague));
    }

    private UUID stored(PostedForm form) {
        return ((Outcome.Saved) saving.create(products, UUID.randomUUID(), form.parameters(), person)).copy().entry().id();
    }

    private UUID somebody(String name) {
        return database.sql("insert into profiles (name, email) values (?, ?) returning id").param(name).param(UUID.randomUUID() + "@maru.example")
            .query(UUID.class).single();
    }
}
