package app.maru.desk;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.stream.Stream;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

/**
 * What is answered where the server itself refuses a request before the desk sees it: an address or a header that it
 * cannot read. A page for people, problem+json below {@code /api/v1}.
 */
@Component
class ServerTrouble extends ErrorHandler implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    private final BarePage page;
    private final JsonMapper json;

    ServerTrouble(BarePage page, JsonMapper json) {
        this.page = page;
        this.json = json;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.setErrorHandler(this));
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(Request request, Response response, int code, @Nullable String message,
                                    @Nullable Throwable cause, Callback callback) {
        var trouble = Trouble.of(code, cause);
        var forPrograms = isApi(request);
        response.setStatus(trouble.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, forPrograms ? "application/problem+json" : "text/html;charset=utf-8");
        response.getHeaders().put("Content-Security-Policy", ContentSecurityPolicy.POLICY);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, forPrograms ? written(trouble) : page(trouble, wanted(request.getHeaders())), callback);
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        fields.put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
        return page(Trouble.of(status), Stream.empty());
    }

    private static boolean isApi(Request request) {
        var path = String.valueOf(request.getHttpURI().getPath());
        return path.equals("/api/v1") || path.startsWith("/api/v1/");
    }

    private ByteBuffer written(Trouble trouble) {
        return ByteBuffer.wrap(json.writeValueAsBytes(trouble.problem()));
    }

    private ByteBuffer page(Trouble trouble, Stream<Locale> wanted) {
        return ByteBuffer.wrap(page.about(trouble, wanted));
    }

    private static Stream<Locale> wanted(HttpFields headers) {
        return headers.getQualityCSV(HttpHeader.ACCEPT_LANGUAGE).stream().map(Locale::forLanguageTag);
    }
}
