package app.maru.identity;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets machines in by the token that they show with each request. */
@Component
class Machines {

    /** The addresses of machines; nobody has a session there. */
    static final String[] ADDRESSES = {"/ingest/**", "/actuator/**"};

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 200;

    private final Tokens tokens;

    Machines(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether this request's machine may do that. */
    static boolean may(Scope scope) {
        return token().filter(token -> token.scopes().contains(scope)).isPresent();
    }

    static Optional<Token> token() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Token token ? Optional.of(token) : Optional.empty();
    }

    /** Reads the token; made here rather than a bean, which the server would put before every request. */
    OncePerRequestFilter atTheDoor() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
                shown(request).flatMap(tokens::shown).ifPresent(token ->
                    SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(token, null, List.of()))));
                chain.doFilter(request, response);
            }
        };
    }

    private static Optional<String> shown(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION)).filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
            .map(header -> header.substring(SCHEME.length()).strip()).filter(secret -> !secret.isEmpty() && secret.length() <= LONGEST);
    }
}
