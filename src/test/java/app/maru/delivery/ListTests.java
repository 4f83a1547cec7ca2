package app.maru.delivery;

import static app.maru.delivery.PublishedWorld.Plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeliveryTest
@Tag("kernel")
class ListTests {

    private static final String LIST = "/api/v1/billing/products";

    @Autowired
    private PublishedWorld world;

    @Autowired
    private Visitor visitor;

    private final Plan free = Plan.of("free").order(1000);
    private final Plan creator = Plan.of("creator").order(2000);
    private final Plan team = Plan.of("team").order(3000);
    private final Plan early = Plan.of("early-bird").order(1500).legacy();
    private final Plan secret = Plan.of("secret").order(1700).hidden();

    @BeforeEach
    void somePlans() {
        world.clear();
        world.publish(team, creator, free, early, secret);
    }

    @Test
    void showsWhatIsListedInOrder() {
        var list = visitor.get(LIST);

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.slugs()).containsExactly("free", "creator", "team");
        assertThat(list.body().path("page").toString()).isEqualTo("{\"total\":3,\"next\":null}");
        assertThat(list.data().get(0).toString()).isEqualTo(free.body());
    }

    @Test
    void showsLegacyPlansToThoseWhoAskForThem() {
        assertThat(visitor.get(LIST + "?filter[visibility]=legacy").slugs()).containsExactly("early-bird");
        assertThat(visitor.get(LIST + "?filter%5Bvisibility%5D=legacy,public").slugs()).containsExactly("free", "early-bird", "creator", "team");
        assertThat(visitor.get(LIST + "?filter[visibility]=private").body().path("page").path("total").asInt()).isZero();
    }

    @Test
    void filtersByAnyOfSeveralValues() {
        assertThat(visitor.get(LIST + "?filter[slug]=team,free,secret").slugs()).containsExactly("free", "team");
        assertThat(visitor.get(LIST + "?filter[name]=Plan%20team&filter[isActive]=true").slugs()).containsExactly("team");
        assertThat(visitor.get(LIST + "?filter[isActive]=false").slugs()).isEmpty();
    }

    @Test
    void anEncodedCommaIsPartOfAValue() {
        world.publish(Plan.of("odd").named("a, b"));

        assertThat(visitor.get(LIST + "?filter[name]=a%2C%20b").slugs()).containsExactly("odd");
    }

    @Test
    void sortsBySeveralFieldsInEitherDirection() {
        world.publish(creator.named("Plan free"));

        assertThat(visitor.get(LIST + "?sort=-displayOrder").slugs()).containsExactly("team", "creator", "free");
        assertThat(visitor.get(LIST + "?sort=name,-slug").slugs()).containsExactly("free", "creator", "team");
        assertThat(visitor.get(LIST + "?sort=-firstPublishedAt").slugs()).containsExactly("team", "creator", "free");
    }

    @ParameterizedTest
    @ValueSource(strings = {"displayOrder", "-displayOrder", "name", "-name,slug", "name,-firstPublishedAt", "-publishedAt", "headline"})
    void pagesShowEveryEntryOnceAndInOrder(String sort) {
        world.publish(IntStream.range(0, 12).mapToObj(i -> Plan.of("plan-" + i).named("Plan " + i % 3).order(i / 2)).toArray(Plan[]::new));
        var whole = visitor.get(LIST + "?limit=100&sort=" + sort).slugs();

        var paged = new ArrayList<String>();
        var next = LIST + "?limit=4&sort=" + sort;
        while (next != null) {
            var page = visitor.get(next);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body().path("page").path("total").asInt()).isEqualTo(15);
            paged.addAll(page.slugs());
            next = page.body().path("page").path("next").asString(null);
        }

        assertThat(paged).isEqualTo(whole).hasSize(15).doesNotHaveDuplicates();
    }

    @Test
    void theNextPageIsOfTheSameEditionWhateverHappens() {
        var first = visitor.get(LIST + "?limit=2&minEdition=1");
        world.unpublish(team);
        world.publish(Plan.of("new").order(2500));

        var second = visitor.get(first.body().path("page").path("next").asString());

        assertThat(second.slugs()).containsExactly("team");
        assertThat(second.edition()).isEqualTo(first.edition());
        assertThat(second.body().path("page").path("total").asInt()).isEqualTo(3);
    }

    @Test
    void theTotalIsRightAfterEditionsInWhichNobodyAsked() {
        var passing = Plan.of("passing");
        assertThat(total()).isEqualTo(3);

        world.publish(passing, team.named("Team 2"));
        world.unpublish(passing);
        world.publish(team.named("Team 3"), early.open(), creator.hidden());
        world.unpublish(free);
        world.publish(Plan.of("staying"));

        assertThat(total()).isEqualTo(3);
        assertThat(visitor.get(LIST).slugs()).hasSize(3);
    }

    private int total() {
        return visitor.get(LIST).body().path("page").path("total").asInt();
    }

    @Test
    void aCursorIsOnlyGoodWhereItCameFrom() {
        var cursor = visitor.get(LIST + "?limit=2").body().path("page").path("next").asString().replaceFirst(".*cursor=", "");

        assertThat(visitor.get(LIST + "?cursor=" + cursor).slugs()).containsExactly("team");
        assertThat(visitor.get(LIST + "?sort=name&cursor=" + cursor).code()).isEqualTo("invalid_cursor");
        assertThat(visitor.get(LIST + "?filter[slug]=free&cursor=" + cursor).code()).isEqualTo("invalid_cursor");
        for (int i = 0; i < cursor.length(); i++) {
            var altered = cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'B' : 'A') + cursor.substring(i + 1);
            assertThat(visitor.get(LIST + "?cursor=" + altered).status()).as(altered).isEqualTo(400);
        }
    }

    @Test
    void servesOnlyTheFieldsAskedFor() {
        assertThat(visitor.get(LIST + "?fields=slug,features.label&limit=1").data().toString())
            .isEqualTo("[{\"slug\":\"free\",\"features\":[{\"label\":\"무제한\"}]}]");
        assertThat(visitor.get(LIST + "/free?fields=descriptionHtml,id").data().toString())
            .isEqualTo("{\"id\":\"" + free.id() + "\",\"descriptionHtml\":\"<p><strong>굵게</strong></p>\"}");
        assertThat(visitor.get(LIST + "/free?fields=features.label,features").data().path("features").get(0).size()).isEqualTo(4);
    }

    @Test
    void anOldEditionIsAsItWas() {
        long then = world.newest();
        var before = visitor.get(LIST);
        world.unpublish(free);
        world.publish(team.named("Team 2").order(10));

        var pinned = visitor.get(LIST + "?edition=" + then);

        assertThat(pinned.text()).isEqualTo(before.text());
        assertThat(pinned.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(pinned.edition()).isEqualTo(then);
        assertThat(visitor.get(LIST).slugs()).containsExactly("team", "creator");
    }

    @Test
    void lastModifiedIsTheTimeOfTheLastEditionThatTouchedTheType() {
        var before = visitor.get(LIST).header("Last-Modified");

        assertThat(before).isNotNull();
        assertThat(visitor.get(LIST, "If-Modified-Since", before).status()).isEqualTo(304);
        assertThat(visitor.get(LIST, "If-Modified-Since", "Thu, 01 Jan 2026 00:00:00 GMT").status()).isEqualTo(200);
    }
}
