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

    /** What stands for somebody who has proved this: that they are signed in, or halfway there if they must prove two factors. */
    public static UsernamePasswordAuthenticationToken standing(Person person, Proofs proofs, boolean provesTwice) {
        return provesTwice && !proofs.areTwoFactors() ? UsernamePasswordAuthenticationToken.unauthenticated(new Halfway(person, proofs), null) : authenticated(person, proofs);
    }

    static Optional<Person> person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Person person
            ? Optional.of(person) : Optional.empty();
    }

    static Optional<Halfway> halfway() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Halfway half ? Optional.of(half) : Optional.empty();
    }

    /** What whoever is signed in has proved in this session. */
    public static Proofs proofs() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? Proofs.NONE : Proofs.of(authentication);
    }

    /** Starts a session, with nothing in it of the one before. */
    void begin(UsernamePasswordAuthenticationToken who, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        enter(who, request, response);
    }

    /** Puts what has changed about the person, or what they have proved, into the session. */
    void become(Person person, Proofs proofs, HttpServletRequest request, HttpServletResponse response) {
        enter(authenticated(person, proofs), request, response);
    }

    private void enter(UsernamePasswordAuthenticationToken who, HttpServletRequest request, HttpServletResponse response) {
        who.setDetails(Origin.of(request));
        var context = new SecurityContextImpl(who);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
