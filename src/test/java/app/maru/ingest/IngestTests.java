package app.maru.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;
import app.maru.metrics.Posting;

/** Machines send values with a token; admins make, see and revoke it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class IngestTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SECRET = Pattern.compile("maru_[\\w-]{43}");

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    private final HttpClient client = HttpClient.newHttpClient();
    private DeskBrowser admin;
    private String secret;
    private String key;
    private Instant now;

    @BeforeEach
    void aTokenAndAMetric() {
        admin = DeskBrowser.signedIn(port, Role.ADMIN);
        admin.get("/tokens"); // whose token forms carry
        secret = made("metrics-write");
        key = "own." + UUID.randomUUID().toString().substring(0, 8);
        admin.post("/metrics", Map.of("label", "Orders", "key", key, "kind", "number"));
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void whatIsSentIsKeptOnceInItsPlaceHoweverOftenAndInWhateverOrder() {
        var body = metrics(value(key, "3", now), value(key, "1.5", now.minusSeconds(60)), value(key, "2", now.minusSeconds(30)));

        assertThat(post(body).body.path("accepted").intValue()).isEqualTo(3);
        var again = post(body);
        assertThat(again.status).isEqualTo(200);
        assertThat(again.body.path("known").intValue()).isEqualTo(3);

        assertThat(database.sql("select numeric_value::float || ' ' || origin from admin_system_metrics where metric_key = ? order by recorded_at").param(key).query(String.class).list())
            .containsExactly("1.5 machine", "2 machine", "3 machine");
        assertThat(database.sql("select sum(samples) || ' ' || sum(total)::float from admin_metric_hours where metric_key = ?").param(key).query(String.class).single()).isEqualTo("3 6.5");
        assertThat(admin.get("/metrics/" + key).text()).contains("posted");
    }

    @Test
    void eachValueThatIsWrongIsNamedAndTheOthersAreKept() {
        post(metrics(value(key, "3", now)));

        var answer = post(metrics(value(key, "4", now.minusSeconds(1)), value(key, "9", now), value(key, "\"many\"", now.minusSeconds(2)), value("nobody.knows", "1", now),
            value("delivery.requests", "1", now), value(key, "1", now.plus(Duration.ofMinutes(6))), value(key, "1", now.minus(Duration.ofDays(400))),
            "{\"key\":\"%s\",\"value\":1,\"recordedAt\":\"yesterday\"}".formatted(key), "{\"key\":\"%s\",\"value\":1,\"color\":\"red\"}".formatted(key), "7",
            value(key, "1e999999999", now.minusSeconds(3)), value(key, "5", now.minusSeconds(4)), value(key, "6", now.minusSeconds(4))));

        assertThat(answer.status).isEqualTo(422);
        assertThat(answer.type).startsWith("application/problem+json");
        assertThat(answer.body.path("code").stringValue()).isEqualTo("some_refused");
        assertThat(answer.body.path("results").valueStream().map(result -> result.path("code").stringValue())).containsExactly("accepted", "contradiction", "not_a_number",
            "unknown_key", "built_in", "in_the_future", "too_old", "unreadable_time", "unknown_field", "unknown_field", "not_a_number", "accepted", "contradiction");
        assertThat(database.sql("select numeric_value::int from admin_system_metrics where metric_key = ? order by recorded_at").param(key).query(Integer.class).list())
            .containsExactly(5, 4, 3);
    }

    @Test
    void tenThousandAtOnceAreRefusedWholeAndAThousandAreTaken() {
        assertThat(post(many(1000)).body.path("accepted").intValue()).isEqualTo(1000);
        var answer = post(many(10_000));

        assertThat(answer.status).isEqualTo(413);
        assertThat(answer.body.path("code").stringValue()).isEqualTo("too_many");
        assertThat(answer.body.path("detail").stringValue()).contains("10000", "1000");
        assertThat(database.sql("select count(*) from admin_system_metrics where metric_key = ?").param(key).query(Integer.class).single()).isEqualTo(1000);
        assertThat(post("x".repeat(1_000_001)).body.path("code").stringValue()).isEqualTo("too_large");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{} | metrics_missing", "[] | metrics_missing", "{\"metrics\":[]} | metrics_missing", "{\"metrics\":{}} | metrics_missing", "{\"metrics\":[ | malformed_json",
        "'' | metrics_missing", "{\"metrics\":[1]} x | malformed_json", "{\"metrics\":[{}],\"more\":1} | metrics_missing"})
    void whatCannotBeReadIsSaidToBe(String body, String code) {
        var answer = post(body);

        assertThat(answer.status).isEqualTo(400);
        assertThat(answer.body.path("code").stringValue()).isEqualTo(code);
    }

    @Test
    void textsAreValuesOfMetricsOfTextsAlone() {
        var state = key + ".state";
        admin.post("/metrics", Map.of("label", "State", "key", state, "kind", "text"));

        var answer = post(metrics(value(state, "\"degraded\"", now), value(state, "3", now.minusSeconds(1))));

        assertThat(answer.body.path("results").valueStream().map(result -> result.path("code").stringValue())).containsExactly("accepted", "not_a_text");
        assertThat(admin.get("/metrics/" + state).text()).contains("degraded");
    }

    @Test
    void withoutATokenThatHoldsNobodyIsLetIn() {
        var body = metrics(value(key, "3", now));
        assertThat(send("POST", "/ingest/v1/metrics", body, null).status).isEqualTo(401);
        assertThat(send("POST", "/ingest/v1/metrics", body, secret + "x").body.path("code").stringValue()).isEqualTo("invalid_token");
        assertThat(send("POST", "/ingest/v1/metrics", body, made("monitoring-read")).body.path("code").stringValue()).isEqualTo("insufficient_scope");
        assertThat(send("GET", "/actuator/prometheus", "", secret).status).isEqualTo(403);
        assertThat(send("GET", "/ingest/v1/metrics", "", secret).status).isEqualTo(405);
        assertThat(send("GET", "/ingest/v1/elsewhere", "", secret).type).startsWith("application/problem+json");

        database.sql("update auth_tokens set expires_at = now() - interval '1 second' where prefix = ?").param(secret.substring(0, 12)).update();
        assertThat(post(body).status).isEqualTo(401);
        assertThat(database.sql("select count(*) from admin_system_metrics where metric_key = ?").param(key).query(Integer.class).single()).isZero();
    }

    @Test
    void aTokenIsShownOnceAndLetsNobodyInOnceItIsRevoked() {
        post(metrics(value(key, "3", now)));
        var page = admin.get("/tokens");
        assertThat(page.body()).contains(secret.substring(0, 12)).doesNotContain(secret);
        assertThat(database.sql("select count(*) from auth_tokens where last_used_at is not null and prefix = ?").param(secret.substring(0, 12)).query(Integer.class).single()).isOne();
        assertThat(database.sql("select string_agg(t::text, ' ') from auth_tokens t").query(String.class).single()).doesNotContain(secret);
        var id = database.sql("select token_id from auth_tokens where prefix = ?").param(secret.substring(0, 12)).query(UUID.class).single();
        int logged = logged("token_revoked");

        admin.post("/tokens/" + id, Map.of("_method", "delete"));

        assertThat(post(metrics(value(key, "4", now.plusSeconds(1)))).status).isEqualTo(401);
        assertThat(admin.get("/tokens").text()).contains("Revoked");
        assertThat(logged("token_revoked")).isEqualTo(logged + 1);
        assertThat(logged("token_created")).isPositive();
        assertThat(admin.post("/tokens", Map.of("name", " ", "scope", "metrics-write")).status()).isEqualTo(422);
        assertThat(admin.post("/tokens", Map.of("name", "x", "scope", "everything")).status()).isEqualTo(422);
    }

    @Test
    void strangersLearnOnlyWhetherItIsWellAndMonitoringReadsTheFigures() {
        assertThat(send("GET", "/actuator/health", "", null).text).isEqualTo("{\"status\":\"UP\"}");
        assertThat(send("GET", "/actuator/health/liveness", "", null).status).isEqualTo(200);
        assertThat(send("GET", "/actuator/health/readiness", "", null).text).isEqualTo("{\"status\":\"UP\"}");
        assertThat(send("GET", "/actuator/prometheus", "", null).status).isEqualTo(401);
        assertThat(send("GET", "/actuator/env", "", null).status).isEqualTo(401);

        send("GET", "/api/v1/billing/products", "", null);
        var figures = send("GET", "/actuator/prometheus", "", made("monitoring-read"));
        assertThat(figures.type).startsWith("text/plain");
        assertThat(figures.text).contains("maru_delivery_requests_total", "maru_sessions", "jvm_memory_used_bytes");
        assertThat(figures.cookies).isZero();
    }

    @Test
    void theDescriptionSaysEveryCode() {
        var description = send("GET", "/ingest/v1/openapi.json", "", null);

        assertThat(description.status).isEqualTo(200);
        assertThat(description.body.path("openapi").stringValue()).isEqualTo("3.1.0");
        assertThat(description.body.at("/components/schemas/Post/properties/metrics/maxItems").intValue()).isEqualTo(Posting.MOST);
        assertThat(description.text).contains("contradiction", "in_the_future", "not_a_number", "unknown_key");
    }

    private String made(String scope) {
        var found = SECRET.matcher(admin.post("/tokens", Map.of("name", "Shop", "scope", scope, "days", "30")).body());
        assertThat(found.find()).as("shown once").isTrue();
        assertThat(SECRET.matcher(admin.get("/tokens").body()).find()).as("shown again").isFalse();
        assertThat(database.sql("select coalesce(string_agg(convert_from(value, 'UTF8'), ' '), '') from auth_session_attributes").query(String.class).single()).as("kept with the session").doesNotContain(found.group());
        return found.group();
    }

    private int logged(String event) {
        return database.sql("select count(*) from auth_audit_logs where event = ?").param(event).query(Integer.class).single();
    }

    private String many(int count) {
        return metrics(IntStream.range(0, count).mapToObj(i -> value(key, "1", now.minusSeconds(i))).toArray(String[]::new));
    }

    private static String metrics(String... values) {
        return "{\"metrics\":[" + String.join(",", values) + "]}";
    }

    private static String value(String key, String value, Instant at) {
        return "{\"key\":\"%s\",\"value\":%s,\"recordedAt\":\"%s\"}".formatted(key, value, at);
    }

    private Answer post(String body) {
        return send("POST", "/ingest/v1/metrics", body, secret);
    }

    private record Answer(int status, String type, String text, JsonNode body, long cookies) {}

    private Answer send(String method, String path, String body, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Content-Type", "application/json")
            .method(method, body.isEmpty() && method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            var type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), type, response.body(), type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode(),
                response.headers().allValues("Set-Cookie").stream().collect(Collectors.counting()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
