package app.maru.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** A form that was refused, or must wait: what somebody typed into it, so that it can be sent again or copied. */
public record SentForm(String address, List<Field> fields) {

    private static final Set<String> NOT_KEPT = Set.of("_csrf", "password", "secret");
    private static final Pattern PROOF = Pattern.compile("proof(-.*)?");
    private static final Set<String> NOT_TYPED = Set.of("_method", "token");
    private static final Set<String> WITHOUT_FORM = Set.of("GET", "HEAD", "OPTIONS");

    public SentForm {
        fields = List.copyOf(fields);
    }

    /** The form of this request, unless it has none that is worth keeping or comes from somebody else's page. */
    static Optional<SentForm> in(HttpServletRequest request) {
        if (isNone(request) || !isFromOurPage(request)) {
            return Optional.empty();
        }
        return Optional.of(of(request, address(request))).filter(form -> !form.typed().isEmpty() && !form.address.equals("/sign-in"));
    }

    /** Whether this request sends nothing. */
    public static boolean isNone(HttpServletRequest request) {
        return WITHOUT_FORM.contains(request.getMethod());
    }

    /** All that this request sends to that address, but for what proves who sends it. */
    public static SentForm of(HttpServletRequest request, String address) {
        var fields = request.getParameterMap().entrySet().stream()
            .filter(field -> !NOT_KEPT.contains(field.getKey()) && !PROOF.matcher(field.getKey()).matches())
            .flatMap(field -> Arrays.stream(field.getValue()).map(text -> new Field(field.getKey(), text))).toList();
        return new SentForm(address, fields);
    }

    /** The fields worth reading. */
    public List<Field> typed() {
        return fields.stream().filter(field -> !NOT_TYPED.contains(field.name) && !field.text.isBlank()).toList();
    }

    private static String address(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI));
    }

    private static boolean isFromOurPage(HttpServletRequest request) {
        var from = request.getHeader("Sec-Fetch-Site");
        return from != null ? from.equals("same-origin")
            : OwnPage.namedBy(request, "Origin").or(() -> OwnPage.namedBy(request, "Referer")).isPresent();
    }

    /** One field of it. */
    public record Field(String name, String text) {
    }
}
