package app.maru.signin;

import java.util.Locale;
import java.util.stream.Stream;

/** A way to sign in. */
enum Way {
    PASSWORD, MAGIC_LINK, EMAIL_CODE;

    /** The name in the table. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in message keys and forms. */
    public String key() {
        return wireName().replace('_', '-');
    }

    /** Whether it needs a mail to arrive. */
    public boolean isByMail() {
        return this != PASSWORD;
    }

    static Way named(String wireName) {
        return Stream.of(values()).filter(way -> way.wireName().equals(wireName)).findFirst().orElseThrow();
    }
}
