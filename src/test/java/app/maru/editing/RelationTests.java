package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;

/** A case study and the category that it stands in, as staff see them. */
@EditingTest
class RelationTests {

    @LocalServerPort int port;
    @Autowired JdbcClient database;

    DeskBrowser editor;
    String name;
    UUID category;
    UUID study;

    @BeforeEach
    void aStudyInACategory() {
        editor = DeskBrowser.signedIn(port, Role.EDITOR);
        editor.get("/usecases/categories/new");
        name = "분야 " + UUID.randomUUID();
        category = created("usecases/categories", Map.of("name", name, "slug", "c-" + UUID.randomUUID()));
        study = created("usecases/case-studies", Map.of("title", "소금빵 가게", "slug", "s-" + UUID.randomUUID(), "category", category.toString()));
    }

    @Test
    void itIsFoundByItsTitleWithAndWithoutAScript() {
        var word = name.substring(name.length() - 12);
        assertThat(editor.get("/usecases/case-studies/choices/category?_find.category=" + word).text()).contains(name);
        assertThat(editor.get("/usecases/case-studies/choices/category?_find.category=nonesuch&category=" + category).text())
            .as("what is chosen stays to be seen").contains(name);
        var page = editor.get("/usecases/case-studies/" + study).body();
        var searched = editor.post("/usecases/case-studies/" + study + "/form", Map.of("_version", value(page, "_version"), "_base", value(page, "_base"),
            "_do", "_find.category", "_find.category", word, "title", "고쳐 쓰는 중"));
        assertThat(searched.status()).isEqualTo(200);
        assertThat(searched.body()).contains("size=\"6\"", name, "고쳐 쓰는 중");
    }

    @Test
    void listsAndHistoryCallItByItsTitle() {
        assertThat(editor.get("/usecases/case-studies?category=" + category).text()).contains("소금빵 가게", name);
        assertThat(editor.get("/usecases/case-studies/" + study + "/history").text()).contains(name);
    }

    @Test
    void publishingOffersToPublishBoth() {
        var refused = publish(study, Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Visitors do not see “" + name + "”", "Publish both");
        assertThat(refused.body()).contains("_with=" + category);
        assertThat(publish(study, Map.of("_with", category.toString())).status()).isEqualTo(302);
        assertThat(states()).isEqualTo("published published");
    }

    @Test
    void aCategoryInUseIsNotArchivedWithoutSayingWhatHangsOnIt() {
        assertThat(editor.get("/usecases/categories/" + category).text()).contains("Used by", "소금빵 가게");
        var asked = editor.post("/usecases/categories/" + category + "/archive", Map.of("_method", "put"));
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.text()).contains("One entry hangs on this", "소금빵 가게", "Archive all the same");
        assertThat(states()).isEqualTo("draft draft");
        assertThat(editor.post("/usecases/categories/" + category + "/archive", Map.of("_method", "put", "_knowing", "true")).status()).isEqualTo(302);
        assertThat(states()).isEqualTo("archived draft");
    }

    @Test
    void unpublishingSaysWhatVisitorsStillSeePointingToIt() {
        assertThat(publish(study, Map.of("_with", category.toString())).status()).isEqualTo(302);
        var asked = editor.post("/usecases/categories/" + category + "/publication", Map.of("_method", "delete"));
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.text()).contains("One published entry points to this", "소금빵 가게", "Unpublish all the same");
        assertThat(states()).isEqualTo("published published");
        assertThat(editor.post("/usecases/categories/" + category + "/publication", Map.of("_method", "delete", "_knowing", "true")).status()).isEqualTo(302);
        assertThat(states()).isEqualTo("draft published");
        assertThat(editor.post("/usecases/case-studies/" + study + "/publication", Map.of("_method", "delete")).status())
            .as("nobody points to the study").isEqualTo(302);
    }

    @Test
    void manyAreNotUnpublishedWithoutSayingWhatPointsToThem() {
        publish(study, Map.of("_with", category.toString()));
        var free = created("usecases/categories", Map.of("name", "빈 분야", "slug", "f-" + UUID.randomUUID()));
        assertThat(many("publications", "put", "_entry=" + free).status()).isEqualTo(302);

        var answer = many("publications", "delete", "_entry=" + category + "&_entry=" + free);

        assertThat(answer.location()).startsWith("/usecases/categories/batches/");
        var page = editor.get(answer.location());
        assertThat(page.text()).contains("1 of 2 unpublished", "One entry is pointed to by others, and was kept back.", name + " Kept back",
            "One published entry points to this", "소금빵 가게", "빈 분야 Unpublished", "Unpublish it all the same");
        assertThat(states()).isEqualTo("published published");
        assertThat(many("publications", "delete", "_knowing=true&_held=" + answer.location().replaceFirst(".*/", "")).location())
            .isEqualTo("/usecases/categories");
        assertThat(states()).isEqualTo("draft published");
    }

    @Test
    void manyAreNotArchivedWithoutSayingWhatHangsOnThem() {
        var answer = many("archives", "put", "_entry=" + category);

        var page = editor.get(answer.location());
        assertThat(page.text()).contains("0 of 1 archived", "others that hang on it, and was kept back.", "One entry hangs on this", "소금빵 가게")
            .doesNotContain("Undo all");
        assertThat(states()).isEqualTo("draft draft");
        assertThat(many("archives", "put", "_knowing=true&_held=" + answer.location().replaceFirst(".*/", "")).location()).isEqualTo("/usecases/categories");
        assertThat(states()).isEqualTo("archived draft");
        assertThat(many("archives", "delete", "_entry=" + category).location()).as("nobody is asked before restoring").isEqualTo("/usecases/categories");
    }

    @Test
    void whatNobodySeesHoldsNothingThatIsUnpublished() {
        assertThat(many("publications", "put", "_entry=" + category).location()).isEqualTo("/usecases/categories");

        assertThat(many("publications", "delete", "_entry=" + category).location()).isEqualTo("/usecases/categories");
    }

    @Test
    void ofManyThatArePublishedEachOffersWhatItPointsTo() {
        var refused = editor.postText("/usecases/case-studies/publications", "_csrf=" + editor.token() + "&_method=put&_entry=" + study);

        var page = editor.get(refused.location());
        assertThat(page.text()).contains("0 of 1 published", "Visitors do not see “" + name + "”", "Publish both");
        assertThat(page.body()).contains("action=\"/usecases/case-studies/" + study + "/publication?_with=" + category + "\"");
        assertThat(publish(study, Map.of("_with", category.toString())).status()).isEqualTo(302);
        assertThat(states()).isEqualTo("published published");
    }

    private DeskBrowser.Page many(String what, String method, String form) {
        return editor.postText("/usecases/categories/" + what, "_csrf=" + editor.token() + "&_method=" + method + "&" + form);
    }

    private DeskBrowser.Page publish(UUID study, Map<String, String> more) {
        var form = new java.util.HashMap<>(more);
        form.put("_method", "put");
        return editor.post("/usecases/case-studies/" + study + "/publication", form);
    }

    private String states() {
        return database.sql("select state from content_entries where entry_id in (?, ?) order by type desc").param(category).param(study)
            .query(String.class).list().stream().reduce((one, other) -> one + " " + other).orElse("");
    }

    private UUID created(String type, Map<String, String> fields) {
        var id = UUID.randomUUID();
        var form = new java.util.HashMap<>(fields);
        form.put("_entry", id.toString());
        assertThat(editor.post("/" + type, form).location()).isEqualTo("/" + type + "/" + id);
        return id;
    }

    private static String value(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"(\\d+)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }
}
