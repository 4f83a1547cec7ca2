import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Somebody at the desk: a browser without a script that keeps its cookies. What is not answered as expected ends the measurement. */
class Person {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    final URI home;
    private final HttpClient client;
    private String token = "";

    private Person(URI home, HttpClient.Builder client) {
        this.home = home;
        this.client = client.version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).build();
    }

    static Person stranger(URI home) {
        return new Person(home, HttpClient.newBuilder());
    }

    /** Somebody on another machine: any address that begins with 127 is one of this machine's. */
    static Person from(String address, URI home) {
        return new Person(home, HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(address)));
    }

    /** Becomes the first admin by the link that is printed at the first start. */
    static Person arriving(URI link) throws Exception {
        var person = stranger(link.resolve("/"));
        person.read(person.get(link.toString()));
        expect(302, person.post("/first-admin", form("token", link.getQuery().replaceFirst("^token=", ""), "name", "Bench", "password", "correct horse battery")));
        person.read(person.get("/billing/products/new"));
        return person;
    }

    /** Asks for the page that needs no database, to hold other waits against. */
    Void reference() throws Exception {
        if (!expect(200, get("/sign-in")).body().contains("name=\"password\"")) throw new IllegalStateException("That is not the sign-in page");
        return null;
    }

    HttpResponse<String> get(String address) throws Exception {
        return client.send(HttpRequest.newBuilder(home.resolve(address)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String address, StringBuilder form) throws Exception {
        add(form, "_csrf", token);
        return client.send(HttpRequest.newBuilder(home.resolve(address)).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form.toString())).build(), BodyHandlers.ofString());
    }

    /** Opens a page with a form, to send one from there. */
    Person reading(String page) throws Exception {
        read(expect(200, get(page)));
        return this;
    }

    /** Sends what is typed into the form of the sign-in page. */
    HttpResponse<String> signIn(String email, String password) throws Exception {
        return post("/sign-in", form("email", email, "password", password));
    }

    private void read(HttpResponse<String> page) {
        var found = TOKEN.matcher(page.body());
        if (!found.find()) throw new IllegalStateException(page + " has no form:\n" + page.body());
        token = found.group(1);
    }

    static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) throw new IllegalStateException(answer + "\n" + answer.body());
        return answer;
    }

    static StringBuilder form(String... fields) {
        var form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) add(form, fields[i], fields[i + 1]);
        return form;
    }

    static void add(StringBuilder form, String name, String value) {
        form.append(form.isEmpty() ? "" : "&").append(encoded(name)).append('=').append(encoded(value));
    }

    /** Adds the fields of a card, which is named {@code children.uuid}. */
    static void add(StringBuilder form, String card, String... fields) {
        for (int i = 0; i < fields.length; i += 2) add(form, card + "." + fields[i], fields[i + 1]);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
