package app.maru.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import app.maru.identity.DeskBrowser;
import app.maru.identity.DeskBrowser.Page;

/** Somebody who goes from the desk to a provider and comes back, step by step. */
final class Traveller {

    /** What tells the provider who has signed in there. */
    static final String GUEST = "Guest";

    private static final Pattern FIELD = Pattern.compile("name=\"(code|state)\" value=\"([^\"]+)\"");

    private final HttpClient away = HttpClient.newHttpClient();
    private final DeskBrowser desk;

    Traveller(int port) {
        this.desk = DeskBrowser.at(port);
        ProviderServer.knows(port);
    }

    DeskBrowser desk() {
        return desk;
    }

    /** Goes to the provider and signs in there by this name; what its answer carries. */
    Map<String, String> goTo(String provider, String name) {
        var page = desk.get("/sign-in/with/" + provider);
        var answer = signIn(page.header("Location"), name);
        var form = FIELD.matcher(answer.body()).results().toList();
        if (!form.isEmpty()) {
            return Map.of(form.getFirst().group(1), form.getFirst().group(2), form.getLast().group(1), form.getLast().group(2));
        }
        var query = URI.create(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body()))).getRawQuery();
        var carried = Pattern.compile("([^&=]+)=([^&]*)").matcher(query).results()
            .collect(Collectors.toMap(one -> one.group(1), one -> URLDecoder.decode(one.group(2), StandardCharsets.UTF_8)));
        assertThat(carried).containsKeys("code", "state");
        return carried;
    }

    /** Brings that back to the desk. */
    Page bring(String provider, Map<String, String> answer) {
        if (provider.equals("apple")) {
            var posted = desk.postText("/sign-in/with/apple/back", encoded(answer));
            return posted.status() == 303 ? desk.get(posted.location()) : posted;
        }
        return desk.get("/sign-in/with/" + provider + "/back?" + encoded(answer));
    }

    /** There and back. */
    Page travel(String provider, String name) {
        return bring(provider, goTo(provider, name));
    }

    private HttpResponse<String> signIn(String address, String name) {
        try {
            return away.send(HttpRequest.newBuilder(URI.create(address)).header(GUEST, name).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
