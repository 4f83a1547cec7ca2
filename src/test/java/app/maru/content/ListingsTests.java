package app.maru.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.database.FreshDatabase;

@SpringBootTest
@FreshDatabase
@Tag("kernel")
class ListingsTests {

    @Autowired ContentTypes types;
    @Autowired Saving saving;
    @Autowired Ordering ordering;
    @Autowired Listings listings;
    @Autowired JdbcClient database;

    ContentType products;
    UUID author;

    @BeforeEach
    void anEmptyCatalogue() {
        products = types.of("billing/products");
        database.sql("truncate content_entries, content_revisions, publications, billing_products cascade").update();
        author = database.sql("insert into profiles (name, email) values ('정유진', ?) returning id").param(UUID.randomUUID() + "@maru.example").query(UUID.class).single();
    }

    @Test
    void anyNumberOfMovesLeavesTheOrderThatAListOnPaperWouldHave() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var paper = new ArrayList<UUID>();
        for (int i = 0; i < 12; i++) {
            paper.add(created("요금제 " + i, "public"));
        }
        for (int move = 0; move < 200; move++) {
            var moved = paper.remove(random.nextInt(paper.size()));
            int place = random.nextInt(3);
            ordering.move(products, moved, place == 0 ? null : paper.get(place - 1));
            paper.add(place, moved);
        }
        assertThat(ids(listings.page(asked(Map.of())))).as("seed %d", seed).isEqualTo(paper);
        assertThat(database.sql("select product_id from billing_products order by display_order, id").query(UUID.class).list()).isEqualTo(paper);
    }

    @Test
    void noTwoEntriesHaveOneNumberThoughTheyAreInOrderWithinParents() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var categories = Stream.of("교육", "방송").map(name -> created(types.of("usecases/categories"), "name", name, Map.of())).toList();
        var studies = types.of("usecases/case-studies");
        var within = List.of(new ArrayList<UUID>(), new ArrayList<UUID>());
        for (int i = 0; i < 12; i++) {
            within.get(i % 2).add(created(studies, "title", "이야기 " + i, Map.of("category", categories.get(i % 2).toString())));
        }
        for (int move = 0; move < 300; move++) {
            var paper = within.get(random.nextInt(2));
            var moved = paper.remove(random.nextInt(paper.size()));
            int place = random.nextInt(3);
            ordering.move(studies, moved, place == 0 ? null : paper.get(place - 1));
            paper.add(place, moved);
        }
        assertThat(forward(studies, Map.of())).as("seed %d", seed).isEqualTo(within.stream().flatMap(List::stream).toList());
        assertThat(database.sql("select count(*) - count(distinct display_order) from content_entries where type = 'usecases/case-studies'").query(Long.class).single())
            .as("numbers that two have, seed %d", seed).isZero();
    }

    @Test
    void pagesForwardAndBackCoverEveryEntryOnce() {
        var all = new ArrayList<UUID>();
        for (int i = 0; i < 60; i++) {
            all.add(created("요금제 " + i, "public"));
        }
        var first = listings.page(asked(Map.of()));
        var second = listings.page(asked(Map.of("from", ids(first).getLast().toString())));
        var third = listings.page(asked(Map.of("from", ids(second).getLast().toString())));
        var last = listings.page(asked(Map.of("backward", "")));
        var back = listings.page(asked(Map.of("backward", "", "from", ids(third).getFirst().toString())));

        assertThat(List.of(ids(first), ids(second), ids(third)).stream().flatMap(List::stream).toList()).isEqualTo(all);
        assertThat(ids(last)).isEqualTo(all.subList(35, 60));
        assertThat(ids(back)).isEqualTo(ids(second));
        assertThat(List.of(first.hasPrevious(), first.hasNext(), third.hasNext(), last.hasPrevious(), last.hasNext())).containsExactly(false, true, false, true, false);
        assertThat(first.total().number()).isEqualTo(60);
    }

    /** Categories in another order than they were made in, studies in them by turns, and some that have none yet. */
    @Test
    void pagesOfWhatIsInOrderWithinParentsCoverEveryEntryOnce() {
        var categories = types.of("usecases/categories");
        var studies = types.of("usecases/case-studies");
        var parents = Stream.of("교육", "방송", "커머스").map(name -> created(categories, "name", name, Map.of())).toList();
        ordering.move(categories, parents.getLast(), null);
        var within = new LinkedHashMap<String, List<UUID>>();
        List.of(parents.get(2), parents.get(0), parents.get(1), "").forEach(parent -> within.put(parent.toString(), new ArrayList<>()));
        for (int i = 0; i < 66; i++) {
            var parent = i % 5 == 4 ? "" : parents.get(i % 3).toString();
            within.get(parent).add(created(studies, "title", (i % 2 == 0 ? "짝수 " : "홀수 ") + i, Map.of("category", parent)));
        }
        var all = within.values().stream().flatMap(List::stream).toList();
        assertThat(forward(studies, Map.of())).isEqualTo(all);
        assertThat(backward(studies, Map.of())).isEqualTo(all);
        assertThat(forward(studies, Map.of("search", "entry"))).isEqualTo(all);
        assertThat(backward(studies, Map.of("search", "entry"))).isEqualTo(all);
        assertThat(forward(studies, Map.of("category", parents.getFirst().toString()))).isEqualTo(within.get(parents.getFirst().toString()));
    }

    private List<UUID> forward(ContentType type, Map<String, String> asked) {
        var all = new ArrayList<UUID>();
        var page = listings.page(Listing.of(type, asked));
        all.addAll(ids(page));
        while (page.hasNext()) {
            page = listings.page(Listing.of(type, and(asked, "from", all.getLast().toString())));
            all.addAll(ids(page));
        }
        return all;
    }

    private List<UUID> backward(ContentType type, Map<String, String> asked) {
        var page = listings.page(Listing.of(type, and(asked, "backward", "")));
        var all = new ArrayList<>(ids(page));
        while (page.hasPrevious()) {
            page = listings.page(Listing.of(type, and(and(asked, "backward", ""), "from", all.getFirst().toString())));
            all.addAll(0, ids(page));
        }
        return all;
    }

    private static Map<String, String> and(Map<String, String> asked, String name, String value) {
        var more = new HashMap<>(asked);
        more.put(name, value);
        return more;
    }

    @Test
    void wordsAreFoundInHangulOfTwoSyllablesInLatinAndInSignsThatLikeKnows() {
        var creator = created("크리에이터 100% 요금제", "public");
        var team = created("Team_Plan", "private");
        assertThat(found("search", "요금")).containsExactly(creator);
        assertThat(found("search", "리에")).containsExactly(creator);
        assertThat(found("search", "크")).containsExactly(creator);
        assertThat(found("search", "PLAN team")).containsExactly(team);
        assertThat(found("search", "100%")).containsExactly(creator);
        assertThat(found("search", "m_p")).containsExactly(team);
        assertThat(found("search", "%%%")).isEmpty();
        assertThat(found("search", "a\0b'\"\\")).isEmpty();
        assertThat(found("search", java.text.Normalizer.normalize("요금", java.text.Normalizer.Form.NFD))).containsExactly(creator);
    }

    @Test
    void aFilterKeepsWhatHasTheValueAndAnUnknownOneIsNoFilter() {
        var open = created("공개", "public");
        var secret = created("비공개", "private");
        assertThat(found("visibility", "private")).containsExactly(secret);
        assertThat(found("isActive", "false")).isEmpty();
        assertThat(found("visibility", "nonsense")).containsExactly(open, secret);
        assertThat(found("state", "draft")).containsExactly(open, secret);
        assertThat(found("state", "archived")).isEmpty();
    }

    @Test
    void aTabIsRightWhateverWritesASchedule() {
        var entry = created("요금제", "public");
        var other = created("다른 요금제", "public");
        database.sql("insert into content_schedules (entry_id, action, revision, at, zone) values (?, 'publish', 1, now(), 'UTC')").param(entry).update();
        assertThat(found("state", "scheduled")).containsExactly(entry);
        assertThat(listings.page(asked(Map.of())).counts().get(Tab.SCHEDULED).number()).isOne();

        database.sql("update content_schedules set done_at = now() where entry_id = ?").param(entry).update();
        assertThat(found("state", "scheduled")).as("done").isEmpty();
        database.sql("update content_schedules set done_at = null").update();
        database.sql("insert into content_schedules (entry_id, action, at, zone) values (?, 'unpublish', now(), 'UTC')").param(other).update();
        assertThat(found("state", "scheduled")).containsExactly(entry, other);
        database.sql("delete from content_schedules").update();
        assertThat(found("state", "scheduled")).isEmpty();
    }

    private List<UUID> found(String name, String value) {
        return ids(listings.page(asked(Map.of(name, value))));
    }

    private Listing asked(Map<String, String> parameters) {
        return Listing.of(products, new HashMap<>(parameters));
    }

    private static List<UUID> ids(Listings.Page page) {
        return page.entries().stream().map(Entry::id).toList();
    }

    private UUID created(String name, String visibility) {
        return created(products, "name", name, Map.of("visibility", visibility));
    }

    private UUID created(ContentType type, String title, String name, Map<String, String> fields) {
        var form = PostedForm.with(title, name).and("slug", "entry-" + UUID.randomUUID());
        fields.forEach(form::and);
        return ((Outcome.Saved) saving.create(type, UUID.randomUUID(), form.parameters(), author)).copy().entry().id();
    }
}
