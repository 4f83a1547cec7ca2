package app.maru.social;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import app.maru.identity.DeskCookies;
import app.maru.identity.Vault;

/**
 * Keeps errands in the browsers of those who run them: strangers cost no memory here. Apple's answer is a form that its page
 * sends, to which browsers add no cookie that is not meant for that: its errand has one, for a few minutes, while the session's
 * stays as strict as it is.
 */
@Component
class Errands {

    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String COOKIE = "maru-errand-";
    private static final String PURPOSE = "social errand";

    private final Vault vault;
    private final DeskCookies cookies;
    private final JsonMapper json;
    private final Clock clock;

    Errands(Vault vault, DeskCookies cookies, JsonMapper json, Clock clock) {
        this.vault = vault;
        this.cookies = cookies;
        this.json = json;
        this.clock = clock;
    }

    void keep(Errand errand, HttpServletRequest request, HttpServletResponse response) {
        set(errand.provider(), vault.lock(PURPOSE, json.writeValueAsString(errand)), LIFE, request, response);
    }

    /** The errand of this browser at that provider, if this state belongs to it and it is not over. */
    Optional<Errand> with(Provider provider, String state, HttpServletRequest request) {
        return cookies.value(COOKIE + provider.key(), request).flatMap(locked -> vault.open(PURPOSE, locked)).flatMap(this::read)
            .filter(errand -> errand.provider() == provider && clock.instant().isBefore(errand.until()))
            .filter(errand -> MessageDigest.isEqual(errand.state().getBytes(UTF_8), state.getBytes(UTF_8)));
    }

    /** Nothing can be brought back from it again. */
    void end(Provider provider, HttpServletRequest request, HttpServletResponse response) {
        set(provider, "", Duration.ZERO, request, response);
    }

    private Optional<Errand> read(String text) {
        try {
            return Optional.of(json.readValue(text, Errand.class));
        } catch (JacksonException fromAnotherVersion) {
            return Optional.empty();
        }
    }

    private void set(Provider provider, String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
        var name = COOKIE + provider.key();
        if (provider.isApple()) {
            cookies.setAcrossSites(name, value, life, request, response);
        } else {
            cookies.set(name, value, life, request, response);
        }
    }
}
