package app.maru.signin;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A way to sign in. */
public enum Way {
    PASSWORD, MAGIC_LINK, EMAIL_CODE, PASSKEY,
    /** An account at Google, GitHub, Apple or Kakao. */
    SOCIAL;

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
        return this == MAGIC_LINK || this == EMAIL_CODE;
    }

    /** Whether people come in by it who have set up nothing for it. */
    boolean isForEverybody() {
        return this != PASSKEY;
    }

    /** The way of that name, unless another version of Maru knows it alone. */
    static Optional<Way> named(String wireName) {
        return Stream.of(values()).filter(way -> way.wireName().equals(wireName)).findFirst();
    }
}
