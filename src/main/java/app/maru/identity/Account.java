package app.maru.identity;

import org.jspecify.annotations.Nullable;

/** A person as the sign-in knows them: with what proves them, and whether they are only there for the demo. */
record Account(Person person, @Nullable String passwordHash, boolean demo) {
}
