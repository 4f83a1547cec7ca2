package app.maru.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.Browser;
import app.maru.identity.DeskBrowser;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;
import app.maru.identity.TestPeople;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class ProfilesTests {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @AutoClose
    private Browser browser;
    private DeskBrowser admin;
    private String mark;

    @BeforeEach
    void anAdmin() {
        admin = DeskBrowser.signedIn(port, Role.ADMIN);
        mark = "m" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void peopleAreFoundByNameAddressAndCompanyAndWhatIsTypedOfThem() {
        for (var words : List.of("이서준", "하루커", "seojun@haru", "하루커피 서준")) {
            assertThat(found(words)).as(words).contains("이서준").doesNotContain("윤하은");
        }
        assertThat(admin.get("/profiles?search=" + mark).text()).contains("Nobody is found");
    }

    @Test
    void theListIsNarrowedToAStatusAndCounted() {
        person("가", "active");
        person("나", "active");
        person("다", "suspended");

        assertThat(admin.get("/profiles?search=" + mark).text()).contains("All 3", "Active 2", "Suspended 1", "3 people");
        assertThat(admin.get("/profiles?status=suspended&search=" + mark).text()).contains("다 " + mark, "1 person").doesNotContain("가 " + mark);
        assertThat(admin.get("/profiles?status=nobody").status()).isEqualTo(400);
    }

    @Test
    void onePagesThroughAndBackWithoutMissingAnybody() {
        for (int i = 0; i < 60; i++) person("사람" + i, "active");
        var first = admin.get("/profiles?search=" + mark).body();
        var second = admin.get(link(first, "next")).body();
        var third = admin.get(link(second, "next")).body();

        assertThat(names(first)).hasSize(25).first().isEqualTo("사람59 " + mark);
        assertThat(names(second)).hasSize(25).first().isEqualTo("사람34 " + mark);
        assertThat(names(third)).hasSize(10).last().isEqualTo("사람0 " + mark);
        assertThat(third).doesNotContain("rel=\"next\"");
        assertThat(names(admin.get(link(third, "prev")).body())).isEqualTo(names(second));
        assertThat(names(admin.get(link(second, "prev")).body())).isEqualTo(names(first));
    }

    @Test
    void whatAnAdminWritesIsStoredAndWhatIsWrongIsSaidAtItsPlace() {
        var id = person("이름", "active");

        assertThat(save(id, Map.of("name", "새 이름", "status", "suspended", "company", "회사")).location()).isEqualTo("/profiles/" + id);
        assertThat(admin.get("/profiles/" + id).text()).contains("새 이름", "Suspended", "Saved");

        var wrong = save(id, Map.of("email", "no address", "timezone", "Asia/Atlantis", "avatarUrl", "javascript:alert(1)", "bio", "x".repeat(4001)));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("This is no email address.", "There is no such time zone.", "This is no address of a picture.", "at most 4000 characters");
        assertThat(wrong.body()).as("what was typed").contains("no address", "javascript:alert(1)");
        var taken = save(id, Map.of("email", "SEOJUN@haru-coffee.example"));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.text()).contains("이서준 has this address.");
    }

    @Test
    void whoSavesTooLateLosesNothingAndSeesWhatStandsThere() {
        var id = person("이름", "active");
        var version = version(admin.get("/profiles/" + id));
        save(id, Map.of("company", "그들의 회사"));

        var overtaken = admin.post("/profiles/" + id, form(id, version, Map.of("company", "내 회사")));

        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.text()).contains("Somebody saved this while you were writing", "Company : 그들의 회사");
        assertThat(overtaken.body()).contains("value=\"내 회사\"");
        assertThat(admin.post("/profiles/" + id, form(id, version(overtaken), Map.of("company", "내 회사"))).location()).isEqualTo("/profiles/" + id);
        assertThat(admin.get("/profiles/" + id).body()).contains("value=\"내 회사\"");
    }

    @Test
    void thePageSaysWhatSomebodyPaysAndMadeAndNoMoreThanFourDigitsOfACard() {
        var page = admin.get("/profiles/" + known("seojun@haru-coffee.example"));

        assertThat(page.text()).contains("팀", "₩49,000", "monthly", "ending in ", "Default", "팀 요금제", "Paid", "하루커피 소개 영상", "Completed", "All invoices");
        assertThat(admin.get("/profiles/" + known("seojun@haru-coffee.example") + "/invoices").body()).contains("<tr").doesNotContain("rel=\"next\"");
        assertThat(admin.get("/profiles/" + known("haram@iseul-tea.example")).text()).contains("Invited", "No plan.", "No invoices.", "No projects.");
    }

    @Test
    void theStatusOfWhoWorksAtTheDeskIsNotChangedHere() {
        var email = TestPeople.join(database, Role.AUTHOR, true);
        var id = known(email);

        save(id, Map.of("email", email, "status", "deactivated"));

        assertThat(DeskBrowser.at(port).signIn(email, TestPeople.PASSWORD).location()).isEqualTo("/");
        assertThat(admin.get("/profiles/" + id).text()).contains("This person works at the desk");
    }

    @Test
    void onlyAdminsSeeThem() {
        assertThat(DeskBrowser.signedIn(port, Role.EDITOR).get("/profiles").status()).isEqualTo(403);
        assertThat(DeskBrowser.at(port).get("/profiles").location()).endsWith("/sign-in");
        assertThat(admin.get("/profiles/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void somebodyIsFoundAndChangedInABrowser(int width, String theme) {
        person("찾을 사람", "active");
        browser = Browser.at(port).sized(width, 900).preferring(theme);
        SignInPage.openedIn(browser).signInAs(Role.ADMIN).open("/profiles");

        browser.see(By.id("profiles-search")).sendKeys(mark);
        browser.await("one person", shown -> shown.all(By.cssSelector("#people tbody tr")).size() == 1);
        fits();
        browser.leave(() -> browser.see(By.linkText("찾을 사람 " + mark)).click());
        var company = browser.see(By.id("field-company"));
        company.sendKeys("새 회사");
        fits();
        browser.leave(() -> browser.see(By.xpath("//main//button[normalize-space()='Save']")).click());

        assertThat(browser.see(By.id("toasts")).getText()).contains("Saved");
        assertThat(browser.see(By.id("field-company")).getDomProperty("value")).isEqualTo("새 회사");
        browser.open("/profiles/" + known("seojun@haru-coffee.example"));
        fits();
    }

    private void fits() {
        assertThat(browser.accessibilityProblems()).isEmpty();
        assertThat(browser.overflow()).isZero();
    }

    private String found(String words) {
        return admin.get("/profiles?search=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).text();
    }

    private UUID person(String name, String status) {
        return database.sql("insert into profiles (name, email, status, joined_at) values (?, gen_random_uuid() || '@maru.example', ?, clock_timestamp()) returning id")
            .param(name + " " + mark).param(status).query(UUID.class).single();
    }

    private UUID known(String email) {
        return database.sql("select id from profiles where email = ?").param(email).query(UUID.class).single();
    }

    private Page save(UUID id, Map<String, String> changes) {
        return admin.post("/profiles/" + id, form(id, version(admin.get("/profiles/" + id)), changes));
    }

    private static Map<String, String> form(UUID id, String version, Map<String, String> changes) {
        var form = new LinkedHashMap<>(Map.of("_method", "put", "version", version, "name", "이름", "email", id + "@maru.example", "role", "", "company", "",
            "timezone", "Asia/Seoul", "avatarUrl", "", "bio", ""));
        form.put("status", "active");
        form.putAll(changes);
        return form;
    }

    private static String version(Page page) {
        var found = VERSION.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static List<String> names(String page) {
        return Pattern.compile("class=\"title\"[^>]*>([^<]+)<").matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String link(String page, String rel) {
        var found = Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as(rel).isTrue();
        return found.group(1).replace("&amp;", "&");
    }
}
