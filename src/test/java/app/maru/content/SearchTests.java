package app.maru.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.database.FreshDatabase;

@SpringBootTest
@FreshDatabase
@Tag("kernel")
class SearchTests {

    @Autowired Search search;
    @Autowired JdbcClient database;

    @BeforeEach
    void nothingAtAll() {
        database.sql("truncate content_entries, content_revisions, publications, billing_products cascade").update();
    }

    @Test
    void entriesOfAllTypesAreFoundTheBestFirst() {
        entry("billing/products", "팀", "함께 만드는 팀을 위한 요금제");
        entry("billing/products", "작은 팀 요금제", "");
        entry("announcements", "요금제가 바뀌어요", "");
        entry("billing/products", "요금제 안내", "");

        assertThat(titles("요금제")).as("what begins with it, what has it in its title, what has it elsewhere; type by type")
            .containsExactly("요금제가 바뀌어요", "요금제 안내", "작은 팀 요금제", "팀");
        assertThat(titles("팀 요금")).containsExactly("작은 팀 요금제", "팀");
    }

    @Test
    void whatIsArchivedComesLastAndThereAreOnlySoManyOfEachType() {
        entry("shorts/faqs", "자막이 뭔가요 1", "");
        database.sql("update content_entries set archived_at = now()").update();
        for (int i = 2; i <= 9; i++) {
            entry("shorts/faqs", "자막 " + i, "자막이");
        }
        entry("shorts/prompts", "자막 넣기", "");

        var found = search.find("자막", 4);

        assertThat(found.found()).extracting(finding -> finding.entry().type()).containsExactly("shorts/faqs", "shorts/faqs", "shorts/faqs", "shorts/faqs", "shorts/prompts");
        assertThat(found.found().getFirst().ofType()).isEqualTo(9);
        assertThat(found.complete()).isTrue();
        assertThat(search.find("자막이", 20).found()).extracting(finding -> finding.entry().title()).endsWith("자막이 뭔가요 1").hasSize(9);
    }

    @ParameterizedTest
    @CsvSource({"요굼제, 프리미엄 요금제", "요굼, 프리미엄 요금제", "엔터프라이스, 엔터프라이즈", "enterprize, Enterprise plan", "entreprise, Enterprise plan", "crator, Creator studio"})
    void aTypoFindsWhatIsSimilar(String typed, String meant) {
        entry("billing/products", "프리미엄 요금제", "");
        entry("usecases/categories", "엔터프라이즈", "");
        entry("billing/products", "Enterprise plan", "");
        entry("announcements", "Creator studio", "");
        entry("announcements", "가을 소식", "");

        var found = search.find(typed, 5);

        assertThat(found.similar()).isTrue();
        assertThat(found.found()).extracting(finding -> finding.entry().title()).first().isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ㅋㄹㅇㅇㅌ", "ㅇㄱㅈ", "크리ㅇ", "클", "ㅇㅛㄱㅡㅁ", "creator-plan", "크리 요금", "크ㄹ"})
    void whatIsTypedHalfOrByItsFirstLettersIsFound(String typed) {
        var id = entry("billing/products", "크리에이터 요금제", "");
        database.sql("update content_entries set slug = 'creator-plan' where entry_id = ?").param(id).update();
        entry("billing/products", "팀", "");

        assertThat(titles(typed)).containsExactly("크리에이터 요금제");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\0", "%", "_", "\\", "'", "a b c d e f g h i j k", "🙂", "ᄀ", "(((", ":word0", "쿽쿽쿽"})
    void whatNobodyMeansFindsNothingAndBreaksNothing(String typed) {
        entry("billing/products", "팀", "");

        assertThat(titles(typed)).isEmpty();
        assertThat(titles(typed.repeat(400))).isEmpty();
    }

    @Test
    void whereTooMuchIsFoundItSaysSo() {
        database.sql("""
            with entry as (insert into content_entries (type, title, head, revisions) select 'announcements', '소식 ' || i, 1, 1 from generate_series(1, 1500) i returning entry_id)
            insert into content_revisions (entry_id, number, body) select entry_id, 1, '{}' from entry""").update();

        var found = search.find("소식", 5);

        assertThat(found.complete()).isFalse();
        assertThat(found.found()).hasSize(5);
        assertThat(search.find("소식 777", 5).found()).hasSize(1);
    }

    @Test
    void aCommandIsFoundByAnyOfItsWords() {
        assertThat(Search.has("New product 새 요금제", "prod new")).isTrue();
        assertThat(Search.has("New product 새 요금제", "새 요")).isTrue();
        assertThat(Search.has("New product", "old")).isFalse();
        assertThat(Search.has("anything", " ")).isTrue();
    }

    private List<String> titles(String words) {
        return search.find(words, 20).found().stream().map(finding -> finding.entry().title()).toList();
    }

    private UUID entry(String type, String title, String keywords) {
        return database.sql("""
                with entry as (insert into content_entries (type, title, keywords, head, revisions) values (?, ?, ?, 1, 1) returning entry_id)
                insert into content_revisions (entry_id, number, body) select entry_id, 1, '{}' from entry returning entry_id""")
            .param(type).param(title).param(keywords).query(UUID.class).single();
    }
}
