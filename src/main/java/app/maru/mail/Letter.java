package app.maru.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.maru.identity.Person;

/**
 * A mail that is to be sent to one person.
 *
 * @param recipient the one address it goes to
 * @param kind which words it has: the messages {@code mail.letter.{kind}.*}
 * @param person whom it concerns, if they are known; their mails go with them
 * @param about what the words name as {0}, {1} and so on
 * @param link where its button leads; forgotten once the mail has gone
 * @param code what is to be typed; forgotten likewise
 * @param goodUntil when the link and the code end: nothing is sent later
 */
public record Letter(String recipient, Locale language, String kind, @Nullable UUID person, List<String> about, @Nullable String link,
                     @Nullable String code, @Nullable Instant goodUntil) {

    private static final String NOBODY = "nobody@localhost";
    private static final int LONGEST = 254;
    private static final Pattern ADDRESS = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*");

    public Letter {
        if (!canReach(recipient)) {
            throw new IllegalArgumentException("No mail can be sent to this address");
        }
        about = List.copyOf(about);
    }

    /** Whether this is one plain address, to which a mail can be sent. */
    public static boolean canReach(String address) {
        return address.length() <= LONGEST && ADDRESS.matcher(address).matches();
    }

    /** A letter to somebody at the address that is known of them, in their language; to nobody, one that is never to be sent. */
    public static Letter toWhoever(@Nullable Person somebody, Locale language, String kind) {
        return somebody == null ? to(NOBODY, language, kind).about("")
            : to(somebody.email(), somebody.locale() == null ? language : somebody.locale(), kind).concerning(somebody.id()).about(somebody.name());
    }

    /** A letter of these words to that address. */
    public static Letter to(String recipient, Locale language, String kind) {
        return new Letter(recipient, language, kind, null, List.of(), null, null, null);
    }

    /** Concerning this person. */
    public Letter concerning(UUID somebody) {
        return new Letter(recipient, language, kind, somebody, about, link, code, goodUntil);
    }

    /** Naming these. */
    public Letter about(String... names) {
        return new Letter(recipient, language, kind, person, List.of(names), link, code, goodUntil);
    }

    /** With a button that leads there until then. */
    public Letter leadingTo(String address, Instant until) {
        return new Letter(recipient, language, kind, person, about, address, code, until);
    }

    /** With a code that holds until then. */
    public Letter withCode(String digits, Instant until) {
        return new Letter(recipient, language, kind, person, about, link, digits, until);
    }
}
