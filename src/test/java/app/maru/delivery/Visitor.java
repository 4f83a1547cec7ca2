package app.maru.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who reads the published JSON over the network. */
@TestComponent
class Visitor {

    private final ServletWebServerApplicationContext context;
    private final JsonMapper json;
    private final HttpClient client = HttpClient.newHttpClient();

    Visitor(ServletWebServerApplicationContext context, JsonMapper json) {
        this.context = context;
        this.json = json;
    }

    record Seen(int status, HttpResponse<byte[]> response, JsonMapper json) {

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        long edition() {
            return Long.parseLong(header("Edition"));
        }

        byte[] bytes() {
            return response.body();
        }

        String text() {
            try {
                return new String("gzip".equals(header("Content-Encoding")) ? new GZIPInputStream(new ByteArrayInputStream(bytes())).readAllBytes()
                    : bytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        JsonNode body() {
            return json.readTree(text());
        }

        JsonNode data() {
            return body().path("data");
        }

        List<String> slugs() {
            return StreamSupport.stream(data().spliterator(), false).map(entry -> entry.path("slug").asString()).toList();
        }

        String code() {
            return body().path("code").asString();
        }

        String detail() {
            return body().path("detail").asString();
        }
    }

    Seen get(String address, String... headers) {
        return ask("GET", address, headers);
    }

    Seen ask(String method, String address, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + address))
            .method(method, method.equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Seen(response.statusCode(), response, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
