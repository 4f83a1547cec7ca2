package app.maru.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Which edition is asked for.
 *
 * @param edition exactly this one; null for the newest
 * @param least the newest, but none before this one; 0 when any will do
 */
record Pin(@Nullable Long edition, long least) {

    static Pin of(Parameters parameters) {
        return new Pin(parameters.one("edition").map(text -> number("edition", text)).orElse(null),
            parameters.one("minEdition").map(text -> number("minEdition", text)).orElse(0L));
    }

    /** The number; one too long to be one is larger than any edition. */
    static long number(String name, String text) {
        if (!text.matches("0|[1-9][0-9]*")) {
            throw Refusal.bad("invalid_edition", "'" + text + "' is not the number of an edition: '" + name + "' is a whole number without a sign.");
        }
        return text.length() > 18 ? Long.MAX_VALUE : Long.parseLong(text);
    }
}
