package app.maru.identity;

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

    /** What stands for somebody who is signed in, having proved this. */
    public static UsernamePasswordAuthenticationToken authenticated(Person person, Proofs proofs) {
        return UsernamePasswordAuthenticationToken.authenticated(person, null, proofs.authorities());
    }

    static Optional<Person> person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Person person
            ? Optional.of(person) : Optional.empty();
    }

    /** What whoever is signed in has proved in this session. */
    public static Proofs proofs() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? Proofs.NONE : Proofs.of(authentication);
    }

    /** Starts a session, with nothing in it of the one before. */
    void begin(Person person, Proofs proofs, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        enter(person, proofs, request, response);
    }

    /** Puts what has changed about the person, or what they have proved, into the session. */
    void become(Person person, Proofs proofs, HttpServletRequest request, HttpServletResponse response) {
        enter(person, proofs, request, response);
    }

    private void enter(Person person, Proofs proofs, HttpServletRequest request, HttpServletResponse response) {
        var authentication = authenticated(person, proofs);
        authentication.setDetails(Origin.of(request));
        var context = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
