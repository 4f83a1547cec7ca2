package app.maru.identity;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A browser without a screen, for tests over real HTTP: keeps cookies, follows no redirect by itself, and sends the
 * token of the last page it saw with every form.
 */
public final class DeskBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final HttpClient client;
    private final Map<String, String> headers = new HashMap<>(Map.of("Accept", "text/html", "Accept-Language", "en"));
    private final URI desk;
    private String token = "";

    private DeskBrowser(URI desk, HttpClient client) {
        this.desk = desk;
        this.client = client;
    }

    public static DeskBrowser at(int port) {
        return new DeskBrowser(URI.create("http://localhost:" + port), HttpClient.newHttpClient());
    }

    /** A browser on another machine: any address that begins with 127 is one of this machine's. */
    public static DeskBrowser at(int port, String address) {
        return new DeskBrowser(URI.create("http://127.0.0.1:" + port), HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(address)).build());
    }

    /** A browser in which the demo's person of this role has signed in. */
    public static DeskBrowser signedIn(int port, Role role) {
        var browser = at(port);
        browser.signIn(role.wireName() + "@maru.example", DemoStaff.PASSWORD);
        return browser;
    }

    public Page signIn(String email, String password) {
        get("/sign-in");
        return post("/sign-in", Map.of("email", email, "password", password));
    }

    public DeskBrowser sending(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Page get(String path) {
        return send(HttpRequest.newBuilder(desk.resolve(path)).GET());
    }

    /** Sends a form; a field _method makes it a put or a delete. */
    public Page post(String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.putIfAbsent("_csrf", token);
        return postText(path, form.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(joining("&")));
    }

    /** Sends a form that is already encoded. */
    public Page postText(String path, String form) {
        return send(HttpRequest.newBuilder(desk.resolve(path)).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
    }

    /** The token of the last page that had a form. */
    public String token() {
        return token;
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /** All of them, as a request carries them. */
    public String cookies() {
        return cookies.entrySet().stream().map(Object::toString).collect(joining("; "));
    }

    public void plant(String name, String value) {
        cookies.put(name, value);
    }

    private Page send(HttpRequest.Builder request) {
        headers.forEach(request::setHeader);
        request.setHeader("Cookie", cookies());
        try {
            var page = new Page(client.send(request.build(), BodyHandlers.ofString()));
            page.headers("Set-Cookie").stream().flatMap(cookie -> HttpCookie.parse(cookie).stream()).forEach(this::keep);
            var found = TOKEN.matcher(page.body());
            token = found.find() ? found.group(1) : token;
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What came back. */
    public record Page(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public List<String> headers(String name) {
            return response.headers().allValues(name);
        }

        /** Where it leads, without the host. */
        public String location() {
            return header("Location").replaceFirst("^http://[^/]+", "");
        }

        /** What the page says, without its markup. */
        public String text() {
            return body().replaceAll("(?s)<head.*?</head>", "").replaceAll("<[^>]+>", " ").replace("&#39;", "'").replaceAll("\\s+", " ");
        }

        @Override
        public String toString() {
            return status() + " " + response.headers().map() + "\n" + body();
        }
    }
}
