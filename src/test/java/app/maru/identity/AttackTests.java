package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people try who should not be let in, or not that far. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class AttackTests {

    /** What no form of somebody's own may set: who they are, what they may, what stands where. */
    private static final Map<String, String> NOT_THEIRS = Map.ofEntries(Map.entry("role", "admin"), Map.entry("status", "suspended"), Map.entry("standing", "suspended"), Map.entry("demo", "true"),
        Map.entry("email", "taken@maru.example"), Map.entry("name", "taken"), Map.entry("passwordHash", "x"), Map.entry("password_hash", "x"), Map.entry("id", "1"), Map.entry("profileId", "1"),
        Map.entry("profile_id", "1"), Map.entry("person", "1"), Map.entry("person.role", "ADMIN"), Map.entry("deletedAt", "2026-01-01"), Map.entry("state", "published"),
        Map.entry("publishedAt", "2026-01-01"), Map.entry("class.module.classLoader.x", "1"));

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    private String email;
    private DeskBrowser browser;

    @BeforeEach
    void somebodyOfTheStaff() {
        email = TestPeople.join(database, Role.AUTHOR, false);
        browser = DeskBrowser.at(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFF45", "\u0435", "e\u0301", "\u0065\u200B", "\u212F"})
    void anAddressThatOnlyLooksLikeSomebodysIsNobodys(String like) {
        assertThat(browser.signIn("editor@maru.example".replaceFirst("e", like), TestPeople.PASSWORD).status()).isEqualTo(422);

        var admin = DeskBrowser.signedIn(port, Role.ADMIN);
        admin.get("/staff");
        assertThat(admin.post("/staff", Map.of("name", "Like", "email", "new@maru.example".replaceFirst("e", like), "role", "viewer")).status()).isEqualTo(422);
    }

    @Test
    void aLetterThatBecomesAnotherWhenMadeSmallIsNotThatLetter() {
        var kim = "kim-" + email;
        database.sql("update profiles set email = ? where email = ?").param(kim).param(email).update();

        assertThat(browser.signIn(kim.replaceFirst("k", "\u212A"), TestPeople.PASSWORD).status()).isEqualTo(422);
        assertThat(browser.signIn(kim, TestPeople.PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void anAddressIsTheSameInAnyCaseAndNobodyHasItTwice() {
        var admin = DeskBrowser.signedIn(port, Role.ADMIN);
        admin.get("/staff");

        assertThat(admin.post("/staff", Map.of("name", "Again", "email", email.toUpperCase(), "role", "viewer")).status()).isEqualTo(422);
        assertThat(browser.signIn(email.toUpperCase(), TestPeople.PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void theTokenOfAnotherBrowsersFormIsWorthNothing() {
        var victim = DeskBrowser.at(port);
        victim.signIn(email, TestPeople.PASSWORD);
        victim.get("/account");
        browser.signIn(email, TestPeople.PASSWORD);

        assertThat(browser.post("/account/theme", Map.of("_method", "put", "theme", "dark", "_csrf", victim.token())).status()).isEqualTo(403);
        assertThat(victim.post("/account/theme", Map.of("_method", "put", "theme", "dark")).status()).as("in its own browser").isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "http://localhost:1/x", "//evil.example/", "http://localhost@evil.example/", "http:///evil.example", "javascript:alert(1)"})
    void nobodyIsLedElsewhereByThePageTheyComeFrom(String referer) {
        browser.signIn(email, TestPeople.PASSWORD);
        browser.get("/account");

        assertThat(browser.sending("Referer", referer).post("/account/theme", Map.of("_method", "put", "theme", "dark")).header("Location")).matches("(http://localhost:" + port + ")?/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/..%2f..%2fapplication.yml", "/desk/%2e%2e/application.yml", "/webjars/%2e%2e%2fapplication.yml", "/identity/..%5c..%5capplication.yml", "/desk/..;/application.yml",
        "/desk/%252e%252e/application.yml", "/webjars//etc/passwd", "/desk/..%c0%afapplication.yml", "/application.yml", "/WEB-INF/web.xml"})
    void noFileIsReadThatIsNotToBeRead(String path) {
        browser.signIn(email, TestPeople.PASSWORD);
        var answer = browser.get(path);

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("spring:", "root:");
    }

    @Test
    void nobodyIsToldWhatTheirBrowserSent() throws Exception {
        var trace = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in")).header("Cookie", "maru-session=secret").method("TRACE", BodyPublishers.noBody()).build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(trace, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(answer.body()).doesNotContain("maru-session");
        }
    }

    @Test
    void noHeaderIsMadeOfWhatIsTyped() {
        var split = browser.get("/sign-in?locale=ko%0d%0aSet-Cookie:%20planted=1");
        var asked = browser.get("/tasks?q=%0d%0aSet-Cookie:%20planted=1");

        assertThat(split.headers("Set-Cookie")).noneMatch(cookie -> cookie.contains("planted"));
        assertThat(asked.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("planted"));
        assertThat(browser.signIn(email, TestPeople.PASSWORD).headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("planted"));
        browser.get("/account");
        assertThat(browser.sending("User-Agent", "x".repeat(5000)).get("/account").status()).isEqualTo(200);
    }

    @Test
    void noFormSetsWhatIsNotItsOwn() {
        browser.signIn(email, TestPeople.PASSWORD);
        browser.get("/account");
        var before = everything();
        for (var route : forms()) {
            var fields = new HashMap<>(NOT_THEIRS);
            fields.putAll(Map.of("_method", route.getKey().toLowerCase(), "locale", "", "timezone", "Asia/Seoul", "theme", "", "version", "0", "title", "Mine"));
            assertThat(browser.post(route.getValue(), fields).status()).as(route.toString()).isLessThan(500);
            browser.get("/account");
        }

        assertThat(everything()).isEqualTo(before);
        assertThat(browser.get("/account").text()).contains("Author").doesNotContain("taken@maru.example");
    }

    /** Every form that an author may send, with the id of an entry that is not there. */
    private static List<Map.Entry<String, String>> forms() {
        var found = RouteRightsTests.TABLE.lines().map(line -> line.split("\\s+")).filter(words -> List.of("POST", "PUT").contains(words[0]) && List.of("READ", "WRITE", "PUBLISH", "ADMINISTER").contains(words[2]))
            .map(words -> Map.entry(words[0], words[1].replace("{type}", "billing/products").replaceAll("\\{(number|version)\\}", "1").replaceAll("\\{[^}]+\\}", "00000000-0000-4000-8000-00000000000a"))).toList();
        assertThat(found).hasSizeGreaterThan(40);
        return found;
    }

    /** Who is who, and what stands live. */
    private String everything() {
        return database.sql("""
            select coalesce((select string_agg(concat_ws(' ', p.id, p.email, p.name, p.status, p.deleted_at, s.role, s.demo, s.password_hash), chr(10) order by p.id) from profiles p join staff s on s.profile_id = p.id), '')
              || (select count(*) from editions) || (select count(*) from auth_tokens) || (select string_agg(way || enabled, ' ' order by way) from auth_ways)""").query(String.class).single();
    }
}
