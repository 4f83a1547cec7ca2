package app.maru.chaos;

import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import app.maru.chaos.Hand.Input;

/** The desk as one person's browser reaches it: pages, forms, cookies. */
final class Desk {

    /** Longer than the application itself waits for a database that is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final URI address;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .cookieHandler(new CookieManager()).connectTimeout(Duration.ofSeconds(5)).build();

    Desk(URI address) {
        this.address = address;
    }

    /** No whole answer came, or the server said that it failed: what was asked may have been done or not. */
    static final class Unanswered extends Exception {

        private final boolean cutOff;

        Unanswered(String sentence, boolean cutOff) {
            super(sentence);
            this.cutOff = cutOff;
        }

        /** Whether this was a form that had reached the application. */
        boolean cutOff() {
            return cutOff;
        }
    }

    /** A page, whole. */
    record Page(int status, String body, Optional<String> location) {

        boolean isRedirect() {
            return status == 302 || status == 303;
        }

        boolean asksToSignIn() {
            return status == 403 || isRedirect() && location.orElse("").contains("/sign-in");
        }

        /** The value of the first input of that name. */
        Optional<String> value(String name) {
            return Pattern.compile("<input[^>]*>").matcher(body).results().map(match -> match.group())
                .filter(input -> input.contains("name=\"" + name + "\"")).findFirst()
                .flatMap(input -> Pattern.compile("value=\"([^\"]*)\"").matcher(input).results().findFirst()).map(match -> match.group(1));
        }
    }

    Page get(String path) throws Unanswered {
        return send(HttpRequest.newBuilder(address.resolve(path)));
    }

    Page post(String path, List<Input> form) throws Unanswered {
        var text = form.stream().map(input -> encoded(input.name()) + "=" + encoded(input.value())).collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(text)));
    }

    /** The same form as a put, the way templates send it. */
    Page put(String path, List<Input> form) throws Unanswered {
        var fields = new ArrayList<>(form);
        fields.add(new Input("_method", "put"));
        return post(path, fields);
    }

    boolean answers() {
        try {
            return get("/sign-in").status() == 200;
        } catch (Unanswered e) {
            return false;
        }
    }

    /** Signs in, unless it is so already. */
    void signIn(Colleague colleague) throws Unanswered {
        var page = get("/sign-in");
        if (page.status() == 200) {
            var answer = post("/sign-in", List.of(new Input("email", colleague.email()), new Input("password", colleague.password()),
                new Input("_csrf", page.value("_csrf").orElse(""))));
            if (!answer.isRedirect()) {
                throw new Broken("%s cannot sign in: %d".formatted(colleague.email(), answer.status()));
            }
        }
    }

    private Page send(HttpRequest.Builder builder) throws Unanswered {
        var request = builder.timeout(PATIENCE).build();
        boolean form = request.method().equals("POST");
        try {
            var answer = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() >= 500) {
                throw new Unanswered("%s answered %d".formatted(request.uri().getPath(), answer.statusCode()), form);
            }
            return page(answer);
        } catch (IOException e) {
            throw new Unanswered(request.uri().getPath() + ": " + e, form && !(e instanceof ConnectException));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Page page(HttpResponse<String> answer) {
        return new Page(answer.statusCode(), answer.body(), answer.headers().firstValue("Location"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
