package app.maru.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.content.ContentTypes;
import app.maru.content.Outcome;
import app.maru.content.PostedForm;
import app.maru.content.Saving;
import app.maru.identity.Role;
import app.maru.identity.TestPeople;
import app.maru.publishing.Publishing;
import app.maru.publishing.Publishing.Exact;
import app.maru.reviews.Reviewing;

@SpringBootTest(properties = "maru.demo=true")
class FeedTests {

    @Autowired
    private Feed feed;
    @Autowired
    private Saving saving;
    @Autowired
    private Publishing publishing;
    @Autowired
    private Reviewing reviewing;
    @Autowired
    private ContentTypes types;
    @Autowired
    private JdbcClient database;
    private UUID author;
    private UUID editor;

    @BeforeEach
    void twoPeople() {
        author = somebody(Role.AUTHOR);
        editor = somebody(Role.EDITOR);
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void whoseWorkSomebodyElsePublishesIsTold() {
        publishing.publish(List.of(new Exact(product("팀 요금제"), 1)), editor);

        assertThat(told(author)).containsExactly("한지우 published “팀 요금제”");
        assertThat(told(editor)).isEmpty();
    }

    @Test
    void manyAtOnceAreOneLineAndOnesOwnAreNone() {
        publishing.publish(List.of(new Exact(product("하나"), 1), new Exact(product("둘"), 1), new Exact(product("셋"), 1)), editor);
        publishing.publish(List.of(new Exact(product("내가 올린 것"), 1)), author);

        assertThat(told(author)).hasSize(1).first().asString().endsWith("and 2 more of yours");
    }

    @Test
    void editorsAreToldOfWhatIsAskedAndAuthorsOfWhatIsSentBack() {
        var entry = product("검토할 요금제");

        reviewing.ask(entry, 1, "가격을 봐 주세요.", author);
        reviewing.sendBack(entry, "조금만 줄여 주세요.", editor);

        assertThat(feed.rows(editor, 5)).singleElement().satisfies(row -> {
            assertThat(row.title()).isEqualTo("한지우 asks for a review of “검토할 요금제”");
            assertThat(row.second()).isEqualTo("가격을 봐 주세요.");
            assertThat(row.href()).isEqualTo("/billing/products/" + entry);
        });
        assertThat(feed.rows(author, 5)).singleElement().satisfies(row -> {
            assertThat(row.title()).isEqualTo("한지우 sent “검토할 요금제” back");
            assertThat(row.second()).isEqualTo("조금만 줄여 주세요.");
        });
    }

    @Test
    void whatHasACauseIsToldOnceAndWhatNobodyHasWordsForSaysItsTitle() {
        var activity = new Feed.Activity("moon_rises", "", "달이 떠요", "", 1, "", null, "night 1");
        feed.tell(author, activity);
        feed.tell(author, activity);

        assertThat(told(author)).containsExactly("달이 떠요");
    }

    private List<String> told(UUID person) {
        return feed.rows(person, 10).stream().map(Row::title).toList();
    }

    private UUID product(String name) {
        var form = PostedForm.with("name", name).and("slug", "p-" + UUID.randomUUID()).parameters();
        return ((Outcome.Saved) saving.create(types.of("billing/products"), UUID.randomUUID(), form, author)).copy().entry().id();
    }

    private UUID somebody(Role role) {
        return database.sql("select id from profiles where email = ?").param(TestPeople.join(database, role, true)).query(UUID.class).single();
    }
}
