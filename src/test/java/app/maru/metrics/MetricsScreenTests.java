package app.maru.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
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

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class MetricsScreenTests {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @AutoClose
    private Browser browser;
    private DeskBrowser admin;
    private String key;

    @BeforeEach
    void anAdmin() {
        admin = DeskBrowser.signedIn(port, Role.ADMIN);
        admin.get("/metrics/new"); // whose token forms carry
        key = "own." + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void aFirstRunHasAFortnightOfMetricsWithTargetsAndItsOwn() {
        assertThat(admin.get("/metrics").text()).contains("Requests", "Answered from memory", "Monthly recurring revenue (KRW)", "Target ₩600,000", "Net promoter score", "정상", "52 min");
        assertThat(admin.get("/metrics?category=business").text()).contains("Active plans").doesNotContain("Answered from memory");
        var page = admin.get("/metrics/delivery.requests?range=month");
        assertThat(page.body()).contains("<path class=\"chart-line now\"", "role=\"img\"", "metrics-table");
        assertThat(page.text()).contains("Average", "The 30 days before", "Requests");
        assertThat(admin.get("/metrics/delivery.requests").body()).as("beside the week before").contains("chart-line before", "chart-line now");
    }

    @Test
    void anAdminAddsAMetricTypesValuesAndTakesOneBack() {
        var added = admin.post("/metrics", Map.of("label", "Orders", "labelKo", "주문", "key", key, "kind", "number", "unit", "KRW", "target", "1,000", "good", "up"));
        assertThat(added.location()).isEqualTo("/metrics/" + key);
        assertThat(admin.get("/metrics/" + key).text()).contains("Added “Orders”.", "No value yet", "Target ₩1,000", "Nothing was recorded");

        assertThat(enter("1234").location()).isEqualTo("/metrics/" + key);
        assertThat(admin.get("/metrics/" + key).text()).contains("Value kept", "₩1,234", "Target ₩1,000 reached", "by hand");
        var at = database.sql("select recorded_at from admin_system_metrics where metric_key = ?").param(key).query((row, number) -> row.getObject(1, OffsetDateTime.class)).single();
        admin.post("/metrics/" + key + "/values", Map.of("_method", "delete", "moment", at.toInstant().toString()));
        assertThat(admin.get("/metrics/" + key).text()).contains("Value removed", "No value yet");
    }

    @Test
    void whatCannotBeStoredIsSaidAtItsPlaceAndNothingTypedIsLost() {
        var wrong = admin.post("/metrics", Map.of("label", "", "key", "Not A Key", "kind", "number", "target", "many", "above", "3", "below", "5", "missing", "0"));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Give it a name.", "A key is made of", "“many” is no number", "Below must be less", "from 1 to 525");
        assertThat(wrong.body()).contains("value=\"Not A Key\"", "value=\"many\"");
        assertThat(admin.post("/metrics", Map.of("label", "Mine", "key", "delivery.requests", "kind", "number")).text()).contains("There is a metric “delivery.requests” already");
    }

    @Test
    void aValueThatIsNoNumberOrOfAnotherTimeIsRefused() {
        admin.post("/metrics", Map.of("label", "Orders", "key", key, "kind", "number"));

        assertThat(enter("many").text()).contains("“many” is no number");
        assertThat(enter("1", "2999-01-01T10:00").text()).contains("This time has not come yet.");
        assertThat(enter("1", "2001-01-01T10:00").text()).contains("Values are kept for a year");
        assertThat(enter("1", "noon").status()).isEqualTo(422);
        assertThat(admin.post("/metrics/delivery.requests/values", Map.of("value", "1")).status()).as("Maru's own").isEqualTo(409);
        assertThat(database.sql("select count(*) from admin_system_metrics where metric_key = ?").param(key).query(Integer.class).single()).isZero();
    }

    @Test
    void whoSavesTooLateSeesWhatStandsThereAndLosesNothing() {
        admin.post("/metrics", Map.of("label", "Orders", "key", key, "kind", "number"));
        var version = version(admin.get("/metrics/" + key + "/edit"));
        save(version, Map.of("label", "Their orders"));

        var overtaken = save(version, Map.of("label", "My orders"));

        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.text()).contains("Somebody else has changed this meanwhile", "Their orders");
        assertThat(overtaken.body()).contains("value=\"My orders\"");
        assertThat(save(version(overtaken), Map.of("label", "My orders")).location()).isEqualTo("/metrics/" + key);
    }

    @Test
    void ofWhatMaruMeasuresOnlyTargetAndAlertAreSet() {
        var page = admin.get("/metrics/system.cpu/edit");
        assertThat(page.body()).doesNotContain("name=\"label\"");

        admin.post("/metrics/system.cpu", Map.of("_method", "put", "version", version(page), "label", "Mine", "target", "50", "good", "down", "above", "90"));

        assertThat(admin.get("/metrics/system.cpu").text()).contains("Processor, busiest node", "Target 50%", "Above 90%");
    }

    @Test
    void whatIsPutAwayIsStillThereAndTakesNoValues() {
        admin.post("/metrics", Map.of("label", "Old orders " + key, "key", key, "kind", "number"));
        enter("5");
        admin.post("/metrics/" + key + "/archive", Map.of("_method", "put"));

        assertThat(enter("6").status()).isEqualTo(409);
        assertThat(admin.get("/metrics/" + key).text()).contains("Archived", "Restore");
        admin.post("/metrics/" + key + "/archive", Map.of("_method", "delete"));
        assertThat(enter("6").status()).isEqualTo(302);
    }

    @Test
    void whatIsPutAwayMakesRoomForAnother() {
        admin.post("/metrics", Map.of("label", "Old orders", "key", key, "kind", "number"));
        admin.get("/metrics/" + key);
        database.sql("insert into admin_metric_definitions (metric_key, label, category, unit) select 'fill.' || gen_random_uuid(), 'Filling', 'own', '' from generate_series(1, ?)")
            .param(Definitions.MOST - database.sql("select count(*) from admin_metric_definitions where source = 'own' and archived_at is null").query(Integer.class).single()).update();
        try {
            assertThat(admin.post("/metrics", Map.of("label", "One more", "key", key + ".more", "kind", "number")).text()).contains("Archive one that you no longer need first.");
            admin.post("/metrics/" + key + "/archive", Map.of("_method", "put"));
            assertThat(admin.post("/metrics", Map.of("label", "One more", "key", key + ".more", "kind", "number")).status()).isEqualTo(302);
            admin.post("/metrics/" + key + "/archive", Map.of("_method", "delete"));
            assertThat(admin.get("/metrics/" + key).text()).contains("Archived", "Archive one that you no longer need first.");
        } finally {
            database.sql("delete from admin_metric_definitions where label = 'Filling'").update();
        }
    }

    @Test
    void aRangeIsAskedForByItsDaysAndReadAsCsvToo() {
        admin.post("/metrics", Map.of("label", "Orders", "key", key, "kind", "number"));
        enter("2.5");
        var today = LocalDateTime.ofInstant(Instant.now(), ZoneId.of("Asia/Seoul")).toLocalDate();

        assertThat(admin.get("/metrics/%s?from=%s&to=%s".formatted(key, today.minusDays(3), today)).body()).contains("value=\"" + today.minusDays(3) + "\"");
        for (var nonsense : new String[] {"from=yesterday", "from=2026-02-01&to=2026-01-01", "from=2020-01-01&to=2026-01-01", "from=-999999999-01-01&to=2026-01-01"}) {
            var page = admin.get("/metrics/" + key + "?" + nonsense);
            assertThat(page.status()).as(nonsense).isEqualTo(200);
            assertThat(page.text()).as(nonsense).contains("These dates make no range");
        }
        var csv = admin.get("/metrics/%s/csv?from=%s&to=%s".formatted(key, today.minusDays(3), today));
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
        assertThat(csv.body()).startsWith("from,average,least,most,values\r\n").contains("+09:00,2.5,2.5,2.5,1\r\n");
    }

    @Test
    void aMetricIsFoundByItsIdToo() {
        var id = database.sql("select metric_id from admin_metric_definitions where metric_key = 'system.cpu'").query(UUID.class).single();
        assertThat(admin.get("/metrics/" + id).location()).isEqualTo("/metrics/system.cpu");
        assertThat(admin.get("/metrics/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(admin.get("/metrics/no.such").status()).isEqualTo(404);
        assertThat(DeskBrowser.signedIn(port, Role.EDITOR).get("/metrics").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "390, dark"})
    void everyScreenFitsAndIsReadByEverybody(int width, String theme) {
        browser = Browser.at(port).sized(width, 900).preferring(theme);
        SignInPage.openedIn(browser).signInAs(Role.ADMIN);

        for (var path : new String[] {"/metrics", "/metrics/delivery.requests", "/metrics/support.minutes?range=month", "/metrics/service.status", "/metrics/new", "/tokens"}) {
            browser.open(path).see(By.tagName("h1"));
            assertThat(browser.accessibilityProblems()).as(path).isEmpty();
            assertThat(browser.overflow()).as(path).isZero();
        }
    }

    private Page enter(String value) {
        return enter(value, LocalDateTime.ofInstant(Instant.now(), ZoneId.of("Asia/Seoul")).truncatedTo(ChronoUnit.MINUTES).toString());
    }

    private Page enter(String value, String at) {
        return admin.post("/metrics/" + key + "/values", Map.of("value", value, "at", at));
    }

    private Page save(String version, Map<String, String> changes) {
        var form = new LinkedHashMap<>(Map.of("_method", "put", "version", version, "kind", "number"));
        form.putAll(changes);
        return admin.post("/metrics/" + key, form);
    }

    private static String version(Page page) {
        var found = VERSION.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
