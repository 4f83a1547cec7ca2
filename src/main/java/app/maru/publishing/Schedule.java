package app.maru.publishing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import app.maru.content.Entry;
import app.maru.content.Problem;

/**
 * Something that is to happen to an entry at a time, or that has happened.
 *
 * @param type the path of the entry's type
 * @param title what the entry's working copy is called now
 * @param revision the exact revision that goes live; null for taking down
 * @param zone where the time was chosen
 * @param by who chose it; null when that person is no longer known
 * @param doneAt when it was carried out or tried; null while it is pending
 * @param edition the edition that carried it out; null for none
 * @param problems why it failed
 */
public record Schedule(UUID id, UUID entry, String type, String title, Action action, @Nullable Integer revision, Instant at, ZoneId zone,
                       @Nullable UUID by, State state, @Nullable Instant doneAt, @Nullable Long edition, List<Problem> problems) {

    /** What is to happen. */
    public enum Action {
        /** An exact revision goes live. */
        PUBLISH,
        /** Whatever is live then is taken down. */
        UNPUBLISH;

        /** Its name in message keys, forms and the table. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it has come. */
    public enum State {
        PENDING, DONE, FAILED, CANCELLED;

        /** Its name in message keys and the table. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether visitors see the entry at that time, as things are now and by what is to happen before. */
    public static boolean isLiveBy(Instant time, Entry entry, List<Schedule> pending) {
        return entry.isLive() || pending.stream().anyMatch(schedule -> schedule.action == Action.PUBLISH && schedule.at.isBefore(time));
    }

    /** The desk's address of the entry. */
    public String address() {
        return "/" + type + "/" + entry;
    }

    /** The time on a clock where it was chosen. */
    public LocalDateTime local() {
        return LocalDateTime.ofInstant(at, zone);
    }

    /** Whether clocks there show that time twice, because they are set back that night. */
    public boolean isTwice() {
        return zone.getRules().getValidOffsets(local()).size() > 1;
    }

    /** Whether it is the second of the two times. */
    public boolean isSecond() {
        return isTwice() && zone.getRules().getOffset(at).equals(zone.getRules().getValidOffsets(local()).getLast());
    }
}
