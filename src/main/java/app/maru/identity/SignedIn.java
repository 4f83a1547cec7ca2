package app.maru.identity;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Who is signed in, in this request and in the session that it belongs to. */
@Component
public class SignedIn {

    private final SecurityContextRepository contexts;

    SignedIn(SecurityContextRepository contexts) {
        this.contexts = contexts;
    }

    /** What stands for somebody who is signed in. */
    public static UsernamePasswordAuthenticationToken authenticated(Person person) {
        return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
    }

    static Optional<Person> person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Person person
            ? Optional.of(person) : Optional.empty();
    }

    /** Starts a new session for somebody who has proved another way than by password who they are. */
    public void begin(Person person, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        enter(person, request, response);
    }

    /** Puts what has changed about the person into the session. */
    void become(Person person, HttpServletRequest request, HttpServletResponse response) {
        enter(person, request, response);
    }

    private void enter(Person person, HttpServletRequest request, HttpServletResponse response) {
        var authentication = authenticated(person);
        authentication.setDetails(Origin.of(request));
        var context = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
