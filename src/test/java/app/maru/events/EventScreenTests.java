package app.maru.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.Browser;
import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class EventScreenTests {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @AutoClose
    private Browser browser;
    private DeskBrowser admin;
    private UUID person;
    private String name;

    @BeforeEach
    void anAdminAndSomebody() {
        admin = DeskBrowser.signedIn(port, Role.ADMIN);
        name = "이벤트 " + UUID.randomUUID().toString().substring(0, 8);
        person = database.sql("insert into profiles (name, email) values (?, gen_random_uuid() || '@maru.example') returning id").param(name).query(UUID.class).single();
    }

    @Test
    void theFirstStartHasEventsInWords() {
        var page = admin.get("/events?kind=payment").text();
        assertThat(page).contains(" paid ₩", " could not pay ₩", "Invoice 2").doesNotContain("김민준 signed in");
        assertThat(admin.get("/events?kind=project").text()).contains("began “");
        assertThat(admin.get("/events?kind=sign_in").text()).contains("김민준 signed in");
        assertThat(DeskBrowser.signedIn(port, Role.ADMIN).sending("Accept-Language", "ko").get("/events?kind=payment").text()).contains("님이 결제했어요: ₩");
    }

    @Test
    void whatConcernsAPersonIsFoundByTheirNameAndStandsOnTheirPage() {
        project("가을 영상", "now()");
        invoice("A-1", "failed");

        var found = admin.get("/events?who=" + name.substring(4)).body();
        var chosen = admin.get(link(found, "href=\"(/events\\?person=[^\"]+)\""));

        assertThat(chosen.text()).contains(name + " began “가을 영상”", name + " could not pay ₩19,900", "Invoice A-1", "Events of " + name);
        assertThat(chosen.body()).contains("href=\"/profiles/" + person + "#invoices-heading\"");
        assertThat(admin.get("/events?kind=failed&person=" + person).text()).contains("could not pay").doesNotContain("began");
        assertThat(admin.get("/profiles/" + person).text()).contains("Recent events", name + " began “가을 영상”");
        assertThat(admin.get("/events?who=nobodyiscalledthis").text()).contains("Nobody is found by “nobodyiscalledthis”");
    }

    @Test
    void olderEventsAreOnTheNextPageAndDaysCanBeChosen() {
        for (int i = 0; i < 60; i++) project("영상 " + i, "timestamptz '2026-03-01 00:00Z' + " + i + " * interval '1 hour'");
        var first = admin.get("/events?person=" + person).body();
        var second = admin.get(link(first, "rel=\"next\" href=\"([^\"]+)\"")).body();

        assertThat(titles(first)).hasSize(50).first().isEqualTo("영상 59");
        assertThat(titles(second)).hasSize(10).last().isEqualTo("영상 0");
        assertThat(second).doesNotContain("rel=\"next\"").contains("Newest").doesNotContain("events-news");
        assertThat(titles(admin.get("/events?from=2026-03-02&until=2026-03-02&person=" + person).body())).hasSize(24).first().isEqualTo("영상 38");
        assertThat(admin.get("/events?from=2026-04-01&person=" + person).text()).contains("No event fits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday&until=2026-13-40", "after=now_me&kind=everything", "after=%2B1000000000-12-31T23:59:59Z_00000000-0000-4000-8000-000000000001", "person=me&who=%00%00"})
    void whatAnAddressSaysWronglyIsAsIfItDidNot(String address) {
        assertThat(admin.get("/events?" + address).status()).isEqualTo(200);
    }

    @Test
    void anOpenPageIsToldOfWhatComesInAndAsksHowMuch() throws Exception {
        var since = Pattern.compile("hx-get=\"(/events/news[^\"]+)\"").matcher(admin.get("/events?person=" + person).body());
        assertThat(since.find()).isTrue();
        var stream = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/events/stream"))
            .header("Cookie", admin.cookies()).build(), BodyHandlers.ofLines());
        var lines = stream.body().iterator();
        assertThat(lines.next()).isEqualTo("event: news");

        project("새 영상", "now()");
        CompletableFuture.runAsync(() -> {
            while (!lines.next().equals("event: news")) {
                assertThat(lines.hasNext()).isTrue();
            }
        }).get(30, TimeUnit.SECONDS);

        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(admin.get(since.group(1).replace("&amp;", "&")).text()).contains("1 new event");
        stream.body().close();
    }

    @Test
    void whoIsNoAdminHearsNothing() throws IOException {
        var editor = DeskBrowser.signedIn(port, Role.EDITOR);
        assertThat(List.of("/events", "/events/news", "/events/stream")).allSatisfy(path -> assertThat(editor.get(path).status()).isEqualTo(403));
        assertThat(editor.get("/tasks").body()).doesNotContain("href=\"/events\"");
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "390, dark"})
    void whatComesInIsOfferedAndMovesNothing(int width, String theme) {
        project("처음 영상", "now()");
        browser = Browser.at(port).sized(width, 900).preferring(theme);
        SignInPage.openedIn(browser).signInAs(Role.ADMIN).open("/events");
        fits();
        browser.see(By.id("events-who")).sendKeys(name.substring(4));
        browser.leave(() -> browser.see(By.cssSelector(".events-meant a")).click());
        int top = browser.see(By.partialLinkText("처음 영상")).getLocation().getY();

        project("나중 영상", "now()");
        browser.await("to be told", shown -> !shown.all(By.cssSelector("#events-news a")).isEmpty());

        assertThat(browser.see(By.id("events-news")).getText()).isEqualTo("1 new event");
        assertThat(browser.see(By.partialLinkText("처음 영상")).getLocation().getY()).isEqualTo(top);
        fits();
        browser.see(By.cssSelector("#events-news a")).click();
        browser.see(By.partialLinkText("나중 영상"));
        assertThat(browser.path()).isEqualTo("/events?person=" + person);
        fits();
    }

    private void fits() {
        assertThat(browser.accessibilityProblems()).isEmpty();
        assertThat(browser.overflow()).isZero();
    }

    private void project(String title, String at) {
        database.sql("insert into projects (owner_profile_id, title, created_at) values (?, ?, " + at + ")").param(person).param(title).update();
    }

    private void invoice(String number, String status) {
        database.sql("insert into profile_invoices (profile_id, invoice_number, issued_date, status, amount) values (?, ?, current_date, ?, 19900)")
            .param(person).param(number).param(status).update();
    }

    private static List<String> titles(String page) {
        return Pattern.compile("“([^”]+)”</a>").matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String link(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1).replace("&amp;", "&");
    }
}
