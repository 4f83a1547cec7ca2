package app.maru.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import showroom.Showroom;

/** Whatever goes wrong, wherever: a person reads what happened and the way on, and nothing of the house's inside. */
class TroubleTests {

    static Showroom showroom;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void open() {
        showroom = Showroom.open();
    }

    @AfterAll
    static void shut() {
        showroom.close();
    }

    @ParameterizedTest
    @CsvSource({"400, This request cannot be read", "403, You may not do this", "404, There is nothing here", "409, Somebody was faster",
        "410, This is no longer here", "413, This is too large to send", "418, This request cannot be answered",
        "500, Something went wrong on our side", "503, Maru is busy right now", "504, Something went wrong on our side"})
    void everyStatusHasItsWords(int status, String title) throws Exception {
        var answer = get("/fails/" + status, "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/html;charset=utf-8");
        assertThat(answer.headers().firstValue("content-security-policy")).isPresent();
        assertThat(answer.body()).contains("<h1>" + title + "</h1>", "<html lang=\"en\"").doesNotContain("secret of the house", "Exception");
    }

    @Test
    void whoIsSignedInReadsItInTheFrameAndInTheirLanguage() throws Exception {
        var page = get("/fails/500", "Accept", "text/html", "Cookie", "visitor=editor-ko-dark").body();
        assertThat(page).contains("<h1>저희 쪽에서 문제가 생겼어요</h1>", "data-bs-theme=\"dark\"", "id=\"sidebar\"");
        assertThat(get("/fails/500", "Accept", "text/html", "Accept-Language", "ko-KR,ko;q=0.9").body())
            .contains("<h1>저희 쪽에서 문제가 생겼어요</h1>").doesNotContain("id=\"sidebar\"");
    }

    @Test
    void programsReadProblemJson() throws Exception {
        var answer = get("/fails/409", "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":409", "\"title\":\"Conflict\"", "\"code\":\"conflict\"", "\"type\":\"about:blank\"", "\"detail\":")
            .doesNotContain("secret");
    }

    @Test
    void aPartOfAPageGetsAWordAtTheSide() throws Exception {
        var answer = get("/fails/500", "HX-Request", "true");
        assertThat(answer.headers().firstValue("HX-Retarget")).hasValue("#toasts");
        assertThat(answer.body()).startsWith("<div class=\"desk-toast\"").doesNotContain("<html");
    }

    @Test
    void aDatabaseThatIsAwayForAMomentIsNoDefect() throws Exception {
        var answer = get("/fails/598", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(answer.body()).contains("<h1>Maru is busy right now</h1>").doesNotContain("secret", "Exception");
    }

    @Test
    void evenAnErrorInThePageAboutAnErrorIsAPage() throws Exception {
        var answer = get("/fails/599", "Accept", "text/html", "Accept-Language", "ko");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("<h1>저희 쪽에서 문제가 생겼어요</h1>").doesNotContain("secret", "Exception");
    }

    @Test
    void aFormWithTooMuchInItIsTooLarge() throws Exception {
        assertThat(post("text=" + "가".repeat(1_000_000)).statusCode()).as("9 MB when encoded").isEqualTo(413);
        assertThat(post(IntStream.rangeClosed(0, 20_000).mapToObj(key -> "k" + key + "=").collect(Collectors.joining("&"))).statusCode()).isEqualTo(413);
    }

    @Test
    void theLargestFormThatAContentTypeAllowsPasses() throws Exception {
        var body = "가".repeat(100_000);
        var children = IntStream.range(0, 800).mapToObj(child -> "&c" + child + ".a=" + child + "&c" + child + ".b=&c" + child + ".c=&c" + child + ".d=")
            .collect(Collectors.joining());
        assertThat(post("text=" + body + children).statusCode()).as("refused for the missing token, not for its size").isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%ff%fe", "a=%zz", "a=%"})
    void aFormThatCannotBeReadIsABadRequest(String form) throws Exception {
        assertThat(post(form).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /a%2fb HTTP/1.1", "GET /../.. HTTP/1.1", "GET /%zz HTTP/1.1", "GET /parts HTTP/1.1\r\nBad Header: x", "NONSENSE"})
    void whatTheServerItselfRefusesIsAPageToo(String request) throws Exception {
        assertThat(raw(request + "\r\nHost: localhost\r\nAccept-Language: ko\r\nConnection: close\r\n\r\n"))
            .startsWith("HTTP/1.1 400").contains("text/html;charset=utf-8", "<h1>", "Content-Security-Policy").doesNotContain("Jetty", "jetty", "Exception");
    }

    @Test
    void aHeaderThatIsTooLongIsAPageToo() throws Exception {
        assertThat(raw("GET /parts HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"))
            .startsWith("HTTP/1.1 431").contains("<h1>The request is too large</h1>").doesNotContain("etty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v1/a%2fb HTTP/1.1", "GET /api/v1/..;/x HTTP/1.1", "GET /api/v1 HTTP/1.1\r\nBad Header: x"})
    void belowTheApiWhatTheServerRefusesIsProblemJson(String request) throws Exception {
        assertThat(raw(request + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
            .startsWith("HTTP/1.1 400").contains("application/problem+json", "\"code\":\"bad-request\"").doesNotContain("<html");
    }

    @Test
    void assetsAreKeptForAYearUnderTheHashOfTheirContent() throws Exception {
        var page = get("/sign-in").body();
        var address = page.replaceAll("(?s).*href=\"(/desk/theme-[0-9a-f]{32}\\.css)\".*", "$1");
        var answer = get(address, "Accept-Encoding", "gzip");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("cache-control")).hasValue("max-age=31536000, public");
        assertThat(answer.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(page).containsPattern("/desk/bootstrap-[0-9a-f]{32}\\.css")
            .containsPattern("/webjars/htmx\\.org/2\\.0\\.10/dist/htmx\\.min-[0-9a-f]{32}\\.js");
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(showroom.address() + path));
        return http.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String form) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(showroom.address() + "/sent")).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form.replace("가", "%EA%B0%80"))).build(), BodyHandlers.ofString());
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", showroom.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
