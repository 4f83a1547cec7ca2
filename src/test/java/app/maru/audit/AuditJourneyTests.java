package app.maru.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

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
import app.maru.identity.Role;
import app.maru.identity.SignInPage;

/** How an admin finds out who did what. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class AuditJourneyTests {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @AutoClose
    private Browser browser;
    private DeskBrowser admin;
    private String mark;

    @BeforeEach
    void anAdminWhoMeasuresSomething() {
        mark = UUID.randomUUID().toString().substring(0, 8);
        admin = DeskBrowser.signedIn(port, Role.ADMIN).sending("User-Agent", "desk-of-" + mark);
        admin.get("/metrics/new");
        admin.post("/metrics", Map.of("label", "Orders " + mark, "key", "own." + mark, "kind", "number", "target", "5"));
        admin.get("/metrics/own." + mark);
        admin.post("/metrics/own." + mark, Map.of("_method", "put", "version", "0", "label", "Orders " + mark, "category", "own", "kind", "number", "target", "7"));
    }

    @Test
    void everyActOfAnAdminSaysWhatWasBeforeAndAfterAndFromWhere() {
        var about = "/metrics/" + database.sql("select metric_id from admin_metric_definitions where metric_key = ?").param("own." + mark).query(UUID.class).single();
        admin.post("/metrics/own." + mark + "/values", Map.of("value", "3"));
        admin.post("/metrics/own." + mark + "/archive", Map.of("_method", "put"));

        var page = admin.get("/audit?about=" + about);
        assertThat(page.text()).containsSubsequence("Archived the metric", "Entered a value of", "Value", "3", "Changed the metric", "1 field", "Target Before 5 After 7", "Added the metric")
            .contains("김민준", "desk-of-" + mark, "127.0.0.1", "Being sealed");
        var csv = admin.get("/audit/csv?event=metric_changed&about=" + about).body();
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains("\"metric_changed\"", "\"target: 5\",\"target: 7\"", "\"admin@maru.example\"");
        assertThat(admin.get("/audit?event=audit_exported").text()).contains("Exported the audit log");
        assertThat(admin.get("/audit?from=nonsense&kind=x&about=//evil&after=1&event=%27").status()).isEqualTo(200);
    }

    @Test
    void whatWasDoneToAPersonAndAnEntryStandsThere() {
        var person = database.sql("insert into profiles (name, email) values ('한지우', ?) returning id").param(mark + "@maru.example").query(UUID.class).single();
        admin.post("/profiles/" + person, Map.of("_method", "put", "version", "0", "name", "한지우", "email", mark + "@maru.example", "role", "", "company", "하루커피",
            "timezone", "Asia/Seoul", "avatarUrl", "", "bio", ""));
        var product = database.sql("select entry_id from content_entries where type = 'billing/products' and slug = 'team'").query(UUID.class).single();

        assertThat(admin.get("/profiles/" + person).body()).contains("href=\"/audit?about=/profiles/" + person + "\"");
        assertThat(admin.get("/audit?about=/profiles/" + person).text()).contains("Changed the person 한지우", "Company After 하루커피");
        assertThat(admin.get("/billing/products/" + product).body()).contains("href=\"/audit?about=/billing/products/" + product + "\"");
        assertThat(admin.get("/audit?about=/billing/products/" + product).text()).containsPattern("Published in edition \\d+ 박서연").doesNotContain("Changed the person 한지우");
        assertThat(DeskBrowser.signedIn(port, Role.EDITOR).get("/billing/products/" + product).body()).doesNotContain("/audit?about=");
        assertThat(admin.get("/events").text()).as("no sign-in").doesNotContain("Changed the person", "edition publish");
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "390, dark"})
    void oneFiltersAndOpensWhatChanged(int width, String theme) {
        browser = Browser.at(port).sized(width, 900).preferring(theme);
        SignInPage.openedIn(browser).signInAs(Role.ADMIN).open("/audit");
        fits();
        browser.see(By.xpath("//label[contains(@class, 'chip')][span[normalize-space()='Changes']]")).click();
        browser.await("only changes", shown -> shown.path().contains("kind=acts") && shown.all(By.xpath("//main//tbody//strong[normalize-space()='Signed in']")).isEmpty());
        browser.see(By.id("audit-who")).sendKeys("admin@maru");
        browser.leave(() -> browser.see(By.cssSelector(".events-meant a")).click());

        var row = "//main//tr[.//a[normalize-space()='Orders %s']][.//strong[normalize-space()='Changed the metric']]".formatted(mark);
        assertThat(browser.see(By.xpath(row + "//ul")).getText()).contains("Target", "5", "7");
        browser.click(browser.see(By.xpath(row + "//summary")));
        browser.await("it to be closed", shown -> !shown.all(By.xpath(row + "//ul")).getFirst().isDisplayed());
        fits();
        browser.leave(() -> browser.see(By.xpath(row + "//a[normalize-space()='Orders " + mark + "']")).click());
        assertThat(browser.path()).isEqualTo("/metrics/own." + mark);
    }

    private void fits() {
        assertThat(browser.accessibilityProblems()).isEmpty();
        assertThat(browser.overflow()).isZero();
    }
}
