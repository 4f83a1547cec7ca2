package app.maru.events;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import app.maru.profiles.Money;

/**
 * Something that happened.
 *
 * @param title what the thing is called to which it happened: an invoice by its number, a project by its title
 * @param actor the person whom it concerns; null where nobody is known
 * @param subject what it happened to, by its public id; no two events of one moment have the same
 * @param what how it went, as the last part of its message key: login_success, paid
 * @param amount what was paid or not; null where nothing is paid
 * @param about a few words about it, or none
 */
record RecentEvent(Kind kind, Instant at, String title, @Nullable UUID actor, UUID subject, String what, @Nullable Money amount, String about, boolean failed) {

    /** Its place in the stream. */
    Mark mark() {
        return new Mark(at, subject);
    }
}
