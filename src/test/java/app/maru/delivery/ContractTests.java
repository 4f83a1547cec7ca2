package app.maru.delivery;

import static app.maru.delivery.PublishedWorld.Plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DeliveryTest
@Tag("kernel")
class ContractTests {

    private static final String LIST = "/api/v1/billing/products";
    private static final String FRESH = "public, max-age=0, must-revalidate";

    @Autowired
    private PublishedWorld world;

    @Autowired
    private Visitor visitor;

    @LocalServerPort
    private int port;

    private final Plan plan = Plan.of("plan-" + UUID.randomUUID());
    private final String address = LIST + "/" + plan.slug();

    @BeforeEach
    void onePlan() {
        world.clear();
        world.publish(plan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1", LIST, LIST + "/{slug}", "/api/v1/editions", "/api/v1/editions/1"})
    void everyAnswerCarriesTheHeaders(String template) {
        var seen = visitor.get(template.replace("{slug}", plan.slug()));

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.header("Content-Type")).isEqualTo("application/json");
        assertThat(seen.header("ETag")).matches("\"[A-Za-z0-9_-]{24}\"");
        assertThat(seen.header("Edition")).isEqualTo(Long.toString(world.newest()));
        assertThat(seen.header("Cache-Control")).isEqualTo(FRESH);
        assertThat(seen.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(seen.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(seen.header("Access-Control-Expose-Headers")).contains("ETag", "Edition");
        assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(seen.header("Last-Modified")).endsWith("GMT");
        assertThat(seen.header("Cache-Tag")).isNotBlank();
        assertThat(seen.header("Content-Length")).isEqualTo(Integer.toString(seen.bytes().length));
        assertThat(seen.header("Set-Cookie")).isNull();
        assertThat(seen.header("Server")).isNull();
    }

    @Test
    void pinnedAnswersHoldForEver() {
        assertThat(visitor.get(address + "?edition=" + world.newest()).header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(visitor.get(address + "?minEdition=" + world.newest()).header("Cache-Control")).isEqualTo(FRESH);
    }

    @Test
    void headSaysTheSameWithoutTheBody() {
        var head = visitor.ask("HEAD", address);
        var get = visitor.get(address);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(visitor.ask("HEAD", address + "x").status()).isEqualTo(404);
    }

    @Test
    void compressesForThoseWhoUnderstandIt() {
        var gzip = visitor.get(address, "Accept-Encoding", "br, gzip;q=0.5");
        var plain = visitor.get(address, "Accept-Encoding", "br, gzip;q=0");

        assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(gzip.bytes().length).isLessThan(plain.bytes().length);
        assertThat(gzip.text()).isEqualTo(plain.text());
        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(gzip.header("ETag")).isEqualTo(plain.header("ETag").replaceFirst("\"$", "-gz\""));
        assertThat(gzip.header("Vary")).isEqualTo("Accept-Encoding");
    }

    @ParameterizedTest
    @CsvSource({"%s", "W/%s", "%z", "'\"x\", %s'", "'\"a,b\",W/%z'", "*"})
    void whoHasItAlreadyIsToldSo(String tags) {
        var etag = visitor.get(address).header("ETag");
        var given = tags.replace("%s", etag).replace("%z", etag.replaceFirst("\"$", "-gz\""));

        var seen = visitor.get(address, "If-None-Match", given, "If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT");

        assertThat(seen.status()).isEqualTo(304);
        assertThat(seen.bytes()).isEmpty();
        assertThat(seen.header("ETag")).isEqualTo(etag);
        assertThat(seen.header("Cache-Control")).isEqualTo(FRESH);
        assertThat(seen.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(seen.header("Edition")).isNotNull();
        assertThat(seen.header("Content-Encoding")).isNull();
        assertThat(visitor.get(address, "If-None-Match", given, "Accept-Encoding", "gzip").header("ETag")).endsWith("-gz\"");
    }

    @Test
    void whoHasAnotherGetsThis() {
        var etag = visitor.get(address).header("ETag");

        assertThat(visitor.get(address, "If-None-Match", "\"x\"").status()).isEqualTo(200);
        assertThat(visitor.get(address, "If-None-Match", etag.replace("\"", "")).status()).isEqualTo(200);
        assertThat(visitor.get(address, "If-None-Match", etag.replaceFirst("\"$", "-br\"")).status()).isEqualTo(200);
        world.publish(plan.named("Other"));
        assertThat(visitor.get(address, "If-None-Match", etag).status()).isEqualTo(200);
    }

    @Test
    void aPublishThatChangesSomethingElseLeavesTheETag() {
        var before = visitor.get(address);
        world.publish(Plan.of("plan-" + UUID.randomUUID()));
        var after = visitor.get(address, "If-None-Match", before.header("ETag"));

        assertThat(after.status()).isEqualTo(304);
        assertThat(after.edition()).isEqualTo(before.edition() + 1);
    }

    @Test
    void cacheTagsNameEachEntryAndTheListItsType() {
        var one = visitor.get(address).header("Cache-Tag");

        assertThat(one).doesNotContain(",").doesNotContain(plan.id().toString());
        assertThat(visitor.get(LIST).header("Cache-Tag").split(",")).hasSize(2).contains(one);
        world.publish(IntStream.range(0, 51).mapToObj(i -> Plan.of("many-" + i)).toArray(Plan[]::new));
        assertThat(visitor.get(LIST + "?limit=50").header("Cache-Tag").split(",")).hasSize(51);
        assertThat(visitor.get(LIST + "?limit=51").header("Cache-Tag").split(",")).hasSize(1);
    }

    @Test
    void anyPageMayRead() {
        var preflight = visitor.ask("OPTIONS", address, "Origin", "https://shop.example", "Access-Control-Request-Method", "GET",
            "Access-Control-Request-Headers", "if-none-match");

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(preflight.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(preflight.header("Access-Control-Allow-Headers")).isEqualTo("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"})
    void nothingElseIsAllowed(String method) {
        var refused = visitor.ask(method, address);

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(refused.code()).isEqualTo("method_not_allowed");
        assertThat(visitor.get(address).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/api/v1/billing/products?limt=5     | 400 | unknown_parameter | did you mean 'limit'",
        "/api/v1/billing/products?q=x        | 400 | unknown_parameter | allowed: limit, cursor",
        "/api/v1/billing/products/x?limit=5  | 400 | unknown_parameter | allowed: fields, include, edition",
        "/api/v1/editions?sort=number        | 400 | unknown_parameter | allowed: limit",
        "/api/v1?fields=types                | 400 | unknown_parameter | allowed: edition",
        "/api/v1/billing/products?filter=x   | 400 | unknown_parameter | did you mean",
        "/api/v1/billing/products?limit=0    | 400 | invalid_value     | 1 to 100",
        "/api/v1/billing/products?limit=101  | 400 | invalid_value     | 1 to 100",
        "/api/v1/billing/products?limit=     | 400 | missing_value     | 'limit'",
        "/api/v1/billing/products?limit      | 400 | missing_value     | 'limit'",
        "/api/v1/billing/products?limit=1&limit=2 | 400 | repeated_parameter | 'limit'",
        "/api/v1/billing/products?fields=naem | 400 | unknown_field    | did you mean 'name'",
        "/api/v1/billing/products?fields=features.lable | 400 | unknown_field | did you mean 'features.label'",
        "/api/v1/billing/products?fields=name,,slug | 400 | missing_value | 'fields'",
        "/api/v1/billing/products?sort=-nam  | 400 | unknown_field     | did you mean 'name'",
        "/api/v1/billing/products?sort=name,-name | 400 | invalid_value | more than once",
        "/api/v1/billing/products?filter[visiblity]=legacy | 400 | unknown_field | did you mean 'visibility'",
        "/api/v1/billing/products?filter[description]=x | 400 | unknown_field | allowed: name",
        "/api/v1/billing/products?filter[visibility]=legcy | 400 | invalid_value | did you mean 'legacy'",
        "/api/v1/billing/products?filter[isActive]=yes | 400 | invalid_value | true, false",
        "/api/v1/billing/products?cursor=x   | 400 | invalid_cursor    | page.next",
        "/api/v1/billing/products?filter[name]=%zz | 400 | malformed_query | %zz",
        "/api/v1/billing/products?filter[name]=%ff | 400 | malformed_query | %ff",
        "/api/v1/billing/products?filter[name]=%00 | 400 | malformed_query | %00",
        "/api/v1/billing/product             | 404 | not_found         | did you mean /api/v1/billing/products",
        "/api/v1/billing                     | 404 | not_found         | did you mean /api/v1/billing/products",
        "/api/v1/pages                       | 404 | not_found         | see /api/v1",
        "/api/v1/                            | 404 | not_found         | did you mean /api/v1",
        "/api/v1/billing/products/           | 404 | not_found         | did you mean /api/v1/billing/products",
        "/api/v1/billing/products/no-such    | 404 | not_found         | 'no-such'",
    })
    void whatIsNotUnderstoodIsSaid(String address, int status, String code, String said) throws IOException {
        var seen = raw("GET " + address);

        assertThat(seen).startsWith("HTTP/1.1 " + status).contains("Content-Type: application/problem+json", "\"code\":\"" + code + "\"",
            "\"status\":" + status, "X-Content-Type-Options: nosniff", "Access-Control-Allow-Origin: *");
        assertThat(seen.toLowerCase()).contains(said.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/billing%2fproducts", "/api/v1/billing/products;x=1", "/api/v1/billing/products/../products", "/x/../api/v1/billing/products",
        "/api/v1/./billing/products", "/api/v1//billing/products", "/api/v1/%2e%2e/api/v1", "/api/v1/..;/v1", "/api/v1/%zz", "/api/v1/%00", "/api/v1/a%5cb", "/api/v1/%25"})
    void ambiguousPathsAreRefused(String path) throws IOException {
        assertThat(raw("GET " + path)).startsWith("HTTP/1.1 400").contains("Content-Type: application/problem+json", "\"code\":\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/v10", "/api/v1x", "/api/preview/v1", "/API/v1", "/api/v1/../v2"})
    void whatIsNotBelowIsNotAnsweredHere(String path) throws IOException {
        assertThat(raw("GET " + path)).doesNotContain("Edition:", "Access-Control-Allow-Origin:");
    }

    /** As it is, which a client library would not send. */
    private String raw(String line) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((line + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
