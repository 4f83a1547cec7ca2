package app.maru.identity;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Somebody who is signed in; without a locale or theme of their own the browser's holds. */
public record Person(UUID id, String name, String email, Role role, @Nullable Locale locale, @Nullable String theme,
                     ZoneId zone) implements Serializable {

    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Seoul");

    /** The person of these columns; whose zone nobody knows is told the time of Seoul. */
    public static Person of(UUID id, String name, String email, String role, @Nullable String locale, @Nullable String theme, String zone) {
        return new Person(id, name, email, Role.named(role), locale == null ? null : Locale.of(locale), theme, known(zone));
    }

    private static ZoneId known(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return DEFAULT_ZONE;
        }
    }

    /** Whether this person's role has the right. */
    public boolean may(Right right) {
        return right.heldBy(role);
    }

    /** The same person with another language and theme; null leaves it to their browser. */
    public Person preferring(@Nullable Locale otherLocale, @Nullable String otherTheme) {
        return new Person(id, name, email, role, otherLocale, otherTheme, zone);
    }

    /** The same person in another time zone. */
    public Person in(ZoneId otherZone) {
        return new Person(id, name, email, role, locale, theme, otherZone);
    }
}
