package app.maru.editing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.maru.publishing.Schedule;

/**
 * Something that is to happen at a time, or has happened, as it is read.
 *
 * @param title what the entry is called
 * @param kind how one entry of its type is called; null for a type that is no longer declared
 * @param what what happens, with the revision
 * @param when the time in the reader's zone
 * @param there the time in the zone in which it was chosen; null where clocks show the same
 * @param who who wants it; null when that is not known
 * @param notes what is worth knowing before it happens, or why it failed
 */
record ScheduleLine(Schedule schedule, String title, @Nullable String kind, String what, String when, @Nullable String there,
                    @Nullable String who, List<String> notes) {

    ScheduleLine noting(List<String> more) {
        return new ScheduleLine(schedule, title, kind, what, when, there, who, more);
    }
}
