package app.maru.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Ordering;
import app.maru.content.OtherParent;
import app.maru.content.Outcome;
import app.maru.content.Saving;
import app.maru.database.FreshDatabase;
import app.maru.identity.DeskBrowser;
import app.maru.publishing.Moving;
import app.maru.publishing.Publishing;
import app.maru.publishing.Publishing.Exact;
import app.maru.publishing.Publishing.Result;
import app.maru.publishing.Withdrawing;

/** Case studies as the site gets them: by the order of their categories, and with them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@FreshDatabase("usecases")
class CaseStudyJsonTests {

    private static final String STUDIES = "/api/v1/usecases/case-studies";

    @LocalServerPort int port;
    @Autowired ContentTypes types;
    @Autowired Saving saving;
    @Autowired Publishing publishing;
    @Autowired Withdrawing withdrawing;
    @Autowired Moving moving;
    @Autowired Ordering ordering;
    @Autowired JdbcClient database;
    @Autowired JsonMapper json;

    ContentType categories;
    ContentType studies;
    UUID author;
    UUID shops;
    UUID cafes;

    @BeforeEach
    void twoCategories() {
        database.sql("truncate content_entries, content_revisions, publications, usecase_categories, usecase_case_studies cascade").update();
        categories = types.of("usecases/categories");
        studies = types.of("usecases/case-studies");
        author = database.sql("insert into profiles (name, email) values ('문가영', ?) returning id").param(UUID.randomUUID() + "@maru.example")
            .query(UUID.class).single();
        shops = category("쇼핑몰", "shops");
        cafes = category("카페", "cafes");
    }

    @Test
    void theyComeByTheOrderOfTheirCategoriesFirst() {
        var bread = study("빵집", cafes);
        study("니트", shops);
        study("국밥", cafes);
        assertThat(titles(STUDIES)).containsExactly("니트", "빵집", "국밥");
        assertThat(titles(STUDIES + "?sort=-displayOrder")).containsExactly("국밥", "빵집", "니트");
        moving.move(categories, cafes, null, author);
        assertThat(titles(STUDIES)).as("a category moves with what is in it").containsExactly("빵집", "국밥", "니트");
        moving.move(studies, bread, last(cafes), author);
        assertThat(titles(STUDIES)).containsExactly("국밥", "빵집", "니트");
    }

    @Test
    void pagesCoverEachOfThemOnce() {
        var expected = new ArrayList<String>();
        for (int number = 0; number < 14; number++) {
            study("니트 " + number, shops);
            expected.add("니트 " + number);
        }
        for (int number = 0; number < 9; number++) {
            study("카페 " + number, cafes);
            expected.add("카페 " + number);
        }
        var found = new ArrayList<String>();
        var next = STUDIES + "?limit=5";
        while (next != null) {
            var page = get(next);
            page.path("data").forEach(entry -> found.add(entry.path("title").stringValue()));
            next = page.path("page").path("next").isNull() ? null : page.path("page").path("next").stringValue();
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void aCategoryIsAskedForBySlugOrId() {
        study("니트", shops);
        study("국밥", cafes);
        assertThat(titles(STUDIES + "?filter%5Bcategory%5D=cafes")).containsExactly("국밥");
        assertThat(titles(STUDIES + "?filter%5Bcategory%5D=" + shops)).containsExactly("니트");
        assertThat(titles(STUDIES + "?filter%5Bcategory%5D=cafes,shops&sort=title")).containsExactly("국밥", "니트");
        var unknown = browser().get(STUDIES + "?filter%5Bcategory%5D=bakeries");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body()).contains("'bakeries' is not a value of 'filter[category]'", "usecases/categories");
        rename(cafes, "coffee");
        assertThat(titles(STUDIES + "?filter%5Bcategory%5D=coffee")).containsExactly("국밥");
    }

    @Test
    void includeBringsTheCategoryItself() {
        study("국밥", cafes);
        assertThat(get(STUDIES + "?limit=1").path("data").get(0).path("category").stringValue()).isEqualTo(cafes.toString());
        var included = get(STUDIES + "?include=category").path("data").get(0).path("category");
        assertThat(included.path("name").stringValue()).isEqualTo("카페");
        assertThat(included.path("slug").stringValue()).isEqualTo("cafes");
        assertThat(get(STUDIES + "/study-국밥".replace("국밥", slug("국밥")) + "?include=category&fields=title,category").path("data").path("category").path("name").stringValue())
            .isEqualTo("카페");
        rename(cafes, "coffee");
        assertThat(get(STUDIES + "?include=category").path("data").get(0).path("category").path("slug").stringValue())
            .as("an answer with a category is as new as the category").isEqualTo("coffee");
        assertThat(browser().get(STUDIES + "?include=metrics").body()).contains("Unknown relation 'metrics'", "Allowed: category");
        assertThat(browser().get(STUDIES + "?include=category&fields=title").body()).contains("which 'fields' leaves out");
    }

    @Test
    void whatPointsToNothingThatVisitorsSeeComesLast() {
        study("니트", shops);
        study("국밥", cafes);
        withdrawing.unpublish(categories, shops, author);
        assertThat(titles(STUDIES)).containsExactly("국밥", "니트");
        assertThat(get(STUDIES + "?include=category").path("data").get(1).path("category").isNull()).isTrue();
    }

    @Test
    void anUnpublishedCategoryIsNamedAndPublishedTogether() {
        var bakeries = saved(categories, "name", "빵집", "bakeries", null);
        var study = saved(studies, "title", "소금빵", "salt-bread", bakeries);
        var refused = (Result.Refused) publishing.publish(List.of(new Exact(study, 1)), author);
        assertThat(refused.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.problems()).extracting(problem -> problem.path() + " " + problem.code()).containsExactly("category RelatedUnpublished");
            assertThat(refusal.unpublished()).extracting(Publishing.Unpublished::title).containsExactly("빵집");
        });
        assertThat(publishing.publish(List.of(new Exact(study, 1), new Exact(bakeries, 1)), author)).isInstanceOf(Result.Committed.class);
        assertThat(titles(STUDIES)).containsExactly("소금빵");
    }

    @Test
    void anEntryMovesOnlyAmongItsOwn() {
        var knit = study("니트", shops);
        var soup = study("국밥", cafes);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> moving.move(studies, knit, soup, author)).isInstanceOf(OtherParent.class);
        assertThat(ordering.predecessor(studies, soup)).as("nothing stands before the first of its category").isNull();
    }

    private UUID category(String name, String slug) {
        return published(categories, saved(categories, "name", name, slug, null));
    }

    private UUID study(String title, UUID category) {
        return published(studies, saved(studies, "title", title, "study-" + slug(title), category));
    }

    private static String slug(String title) {
        return app.maru.content.Slugs.suggest(title);
    }

    private UUID saved(ContentType type, String titleField, String title, String slug, UUID category) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add(titleField, title);
        form.add("slug", slug);
        if (category != null) {
            form.add("category", category.toString());
        }
        return ((Outcome.Saved) saving.create(type, UUID.randomUUID(), form, author)).copy().entry().id();
    }

    private UUID published(ContentType type, UUID entry) {
        assertThat(publishing.publish(List.of(new Exact(entry, 1)), author)).isInstanceOf(Result.Committed.class);
        return entry;
    }

    private void rename(UUID category, String slug) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("slug", slug);
        saving.save(new Saving.Edit(categories, category, 0, 1, form, "", author));
        assertThat(publishing.publish(List.of(new Exact(category, 2)), author)).isInstanceOf(Result.Committed.class);
    }

    private UUID last(UUID category) {
        return database.sql("select entry_id from content_entries where parent_id = ? order by display_order desc limit 1").param(category).query(UUID.class).single();
    }

    private List<String> titles(String address) {
        var titles = new ArrayList<String>();
        get(address).path("data").forEach(entry -> titles.add(entry.path("title").stringValue()));
        return titles;
    }

    private JsonNode get(String address) {
        long edition = database.sql("select edition from published_site").query(Long.class).single();
        var pinned = address.contains("edition=") ? "" : (address.contains("?") ? "&" : "?") + "minEdition=" + edition;
        var answer = browser().get(address + pinned);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private DeskBrowser browser() {
        return DeskBrowser.at(port);
    }
}
