package sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import app.maru.MaruApplication;
import app.maru.database.TestDatabase;
import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;

/**
 * A second content type takes a record, a change log and words, and nothing in the other rooms: this one exists only
 * here. In the next version of the application it has one field more.
 */
class NoticeTests {

    @EntityScan({"app.maru", "sample.before"})
    static class Before {}

    @EntityScan({"app.maru", "sample.after"})
    static class After {}

    @Test
    void aTypeHasItsScreensAndItsJsonAndMayChangeItsShape() {
        var database = TestDatabase.fresh();
        var id = UUID.randomUUID();
        long edition;
        try (var application = started(Before.class, "before", database)) {
            var editor = DeskBrowser.signedIn(port(application), Role.EDITOR);
            assertThat(editor.get("/test/notices").text()).contains("Notices", "New notice");
            assertThat(editor.get("/test/notices/new").text()).contains("Title", "Add line");
            create(editor, id);
            assertThat(editor.get("/test/notices/" + id).body()).contains("점검 안내", "새벽 2시부터 4시까지");
            assertThat(editor.get("/test/notices").text()).contains("점검 안내");
            assertThat(editor.get("/test/notices/" + id + "/preview/page").text()).contains("점검 안내", "Tone", "Urgent", "Lines", "새벽 2시부터 4시까지");
            publish(editor, id);
            edition = newest(editor);
            assertThat(editor.get("/api/v1/test/notices/" + id).body())
                .contains("\"title\":\"점검 안내\"", "\"tone\":\"urgent\"", "\"text\":\"새벽 2시부터 4시까지\"").doesNotContain("audience");
            assertThat(editor.get("/api/v1/test/notices?filter[tone]=urgent&sort=title").body()).contains("점검 안내");
        }
        try (var application = started(After.class, "after", database)) {
            var editor = DeskBrowser.signedIn(port(application), Role.EDITOR);
            assertThat(newest(editor)).as("one edition renders the live bodies again").isEqualTo(edition + 1);
            assertThat(editor.get("/api/v1/test/notices/" + id).body()).contains("\"audience\":\"everyone\"");
            assertThat(editor.get("/api/v1/test/notices/" + id + "?edition=" + edition).body()).as("older editions keep their shape").doesNotContain("audience");
            assertThat(editor.get("/test/notices/" + id).text()).contains("Audience");
            assertThat(editor.get("/editions").status()).isEqualTo(200);
        }
        try (var application = started(After.class, "after", database)) {
            assertThat(newest(DeskBrowser.at(port(application)))).as("and only once").isEqualTo(edition + 1);
            relatesButNeverInACircle(DeskBrowser.signedIn(port(application), Role.EDITOR), id);
            holdsWhatOthersFollowUnlessTheyGoToo(DeskBrowser.signedIn(port(application), Role.EDITOR), id);
        }
    }

    private static void create(DeskBrowser editor, UUID id) {
        var line = UUID.randomUUID();
        var created = editor.post("/test/notices", Map.of("_entry", id.toString(), "title", "점검 안내", "tone", "urgent",
            "_order.lines", line.toString(), "lines." + line + ".text", "새벽 2시부터 4시까지"));
        assertThat(created.location()).isEqualTo("/test/notices/" + id);
    }

    private static void relatesButNeverInACircle(DeskBrowser editor, UUID first) {
        var second = UUID.randomUUID();
        assertThat(editor.get("/test/notices/new").text()).contains("Follows");
        assertThat(editor.get("/test/notices/choices/follows?_find.follows=점검").text()).contains("점검 안내");
        assertThat(editor.post("/test/notices", Map.of("_entry", second.toString(), "title", "점검 끝", "follows", first.toString())).location())
            .isEqualTo("/test/notices/" + second);
        assertThat(editor.get("/test/notices/" + second + "/history").text()).contains("점검 안내");
        assertThat(editor.get("/test/notices?follows=" + first).text()).contains("점검 끝");
        assertThat(change(editor, first, second.toString())).contains("“점검 끝” leads back to this entry");
        assertThat(change(editor, first, first.toString())).contains("An entry cannot point to itself");
        assertThat(change(editor, first, UUID.randomUUID().toString())).contains("What was chosen here does not exist");
        assertThat(change(editor, first, "nobody")).contains("This is none of the choices");
        assertThat(editor.post("/test/notices/" + second + "/publication", Map.of("_method", "put")).status()).as("visitors see what it follows").isEqualTo(302);
        assertThat(editor.get("/api/v1/test/notices?filter[follows]=" + first).body()).contains("점검 끝", "\"follows\":\"" + first + "\"");
    }

    private static void holdsWhatOthersFollowUnlessTheyGoToo(DeskBrowser editor, UUID first) {
        var second = UUID.fromString(editor.get("/test/notices?follows=" + first).body().replaceAll("(?s).*id=\"entry-([^\"]+)\".*", "$1"));
        var third = UUID.randomUUID();
        editor.post("/test/notices", Map.of("_entry", third.toString(), "title", "후기", "follows", second.toString()));
        publish(editor, third);
        var chain = "&_entry=" + first + "&_entry=" + second;
        var kept = editor.get(unpublish(editor, chain)).text();
        assertThat(kept).contains("0 of 2 unpublished", "2 entries are pointed to by others, and were kept back.");
        assertThat(unpublish(editor, chain + "&_entry=" + third)).as("nothing else points to them").isEqualTo("/test/notices");
    }

    private static String unpublish(DeskBrowser editor, String entries) {
        return editor.postText("/test/notices/publications", "_csrf=" + editor.token() + "&_method=delete" + entries).location();
    }

    private static String change(DeskBrowser editor, UUID entry, String follows) {
        var page = editor.get("/test/notices/" + entry).body();
        return editor.post("/test/notices/" + entry, Map.of("_method", "put", "_version", value(page, "_version"), "_base", value(page, "_base"),
            "follows", follows)).text();
    }

    private static String value(String page, String name) {
        var found = java.util.regex.Pattern.compile("name=\"" + name + "\" value=\"(\\d+)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private static void publish(DeskBrowser editor, UUID id) {
        assertThat(editor.post("/test/notices/" + id + "/publication", Map.of("_method", "put")).status()).isEqualTo(302);
    }

    private static long newest(DeskBrowser browser) {
        return Long.parseLong(browser.get("/api/v1").header("Edition"));
    }

    private static ConfigurableApplicationContext started(Class<?> version, String changes, TestDatabase database) {
        return new SpringApplicationBuilder(MaruApplication.class, version)
            .initializers(context -> context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("this test", Map.of("maru.demo", true))))
            .run("--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(), "--spring.liquibase.change-log=classpath:sample/" + changes + ".xml",
                "--spring.messages.basename=messages,sample/messages", "--server.port=0");
    }

    private static int port(ConfigurableApplicationContext application) {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
