package app.maru.desk;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;

import app.maru.identity.Person;

/** Gives every page its frame, out of memory: no page pays for it with a query. */
@ControllerAdvice
class FrameAdvice {

    private final Navigation navigation;
    private final Supplier<List<AboutLink>> links;

    FrameAdvice(Navigation navigation, ObjectProvider<AboutLink> links) {
        this.navigation = navigation;
        this.links = SingletonSupplier.of(() -> links.orderedStream().toList());
    }

    @ModelAttribute("frame")
    Frame frame(@AuthenticationPrincipal @Nullable Person person, HttpServletRequest request,
                @CookieValue(name = "sidebar", defaultValue = "") String sidebar) {
        var groups = person == null ? List.<Navigation.Group>of() : navigation.groupsFor(person, address(request));
        return new Frame(person, groups, sidebar.equals("collapsed"), links.get());
    }

    private static String address(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return Objects.requireNonNullElse(failed, request.getRequestURI()).toString();
    }
}
