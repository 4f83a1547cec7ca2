package app.maru.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** A form that was refused: what somebody typed into it, so that it can be sent again or copied. */
record SentForm(String address, List<Field> fields) {

    private static final Set<String> NOT_KEPT = Set.of("_csrf", "password");
    private static final Set<String> NOT_TYPED = Set.of("_method", "token");
    private static final Set<String> WITHOUT_FORM = Set.of("GET", "HEAD", "OPTIONS");

    SentForm {
        fields = List.copyOf(fields);
    }

    /** The form of this request, unless it has none that is worth keeping or comes from somebody else's page. */
    static Optional<SentForm> in(HttpServletRequest request) {
        if (WITHOUT_FORM.contains(request.getMethod()) || !isFromOurPage(request)) {
            return Optional.empty();
        }
        var fields = request.getParameterMap().entrySet().stream()
            .filter(field -> !NOT_KEPT.contains(field.getKey()))
            .flatMap(field -> Arrays.stream(field.getValue()).map(text -> new Field(field.getKey(), text))).toList();
        return Optional.of(new SentForm(address(request), fields))
            .filter(form -> !form.typed().isEmpty() && !form.address.equals("/sign-in"));
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
    record Field(String name, String text) {
    }
}
