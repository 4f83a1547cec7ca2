package app.maru.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.security.core.authority.FactorGrantedAuthority;

/** By what somebody proves who they are. */
public enum Means {
    PASSWORD,
    /** A link or a code that came by mail. */
    EMAIL,
    /** The word of Google, GitHub, Apple or Kakao. */
    SOCIAL,
    /** A code of the app that was set up for it. */
    TOTP,
    RECOVERY_CODE,
    /** A passkey whose device has made sure of the person: it counts as two factors. */
    PASSKEY;

    /** The name in tables. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in message keys and forms. */
    public String key() {
        return wireName().replace('_', '-');
    }

    /** Whether it comes on top of another. */
    public boolean isSecond() {
        return this == TOTP || this == RECOVERY_CODE;
    }

    /** That it was proved then, as Spring Security keeps it. */
    FactorGrantedAuthority proved(Instant at) {
        return FactorGrantedAuthority.withFactor(name()).issuedAt(at).build();
    }

    /** The means of that name, unless another version of Maru knows it alone. */
    public static Optional<Means> named(String wireName) {
        return Stream.of(values()).filter(means -> means.wireName().equals(wireName)).findFirst();
    }
}
