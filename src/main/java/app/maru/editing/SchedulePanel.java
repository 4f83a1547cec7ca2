package app.maru.editing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the editor shows of an entry's times.
 *
 * @param pending what is to happen, next first
 * @param failed what was to happen and has not
 * @param last what happened last by itself; null for nothing
 * @param form what is typed
 * @param zone the zone in which what is typed is meant, as it is read
 * @param wrong what is wrong with what is typed
 * @param warnings what the checks warn of in what is to go live; to be seen before
 * @param mayGoLive whether there is something that could go live
 * @param mayBeTakenDown whether there is something that could be taken down
 */
record SchedulePanel(List<ScheduleLine> pending, List<ScheduleLine> failed, @Nullable ScheduleLine last, ScheduleForm form, String zone,
                     List<String> wrong, List<Remark> warnings, boolean mayGoLive, boolean mayBeTakenDown) {

    /** The same with what was typed, and what is wrong with it. */
    SchedulePanel typed(ScheduleForm typed, List<String> sentences) {
        return new SchedulePanel(pending, failed, last, typed, zone, sentences, warnings, mayGoLive, mayBeTakenDown);
    }

    /** The same with what has to be seen before what was typed is scheduled. */
    SchedulePanel warning(ScheduleForm typed, List<Remark> found) {
        return new SchedulePanel(pending, failed, last, typed, zone, wrong, found, mayGoLive, mayBeTakenDown);
    }

    /** Whether the part in which a time is chosen is open. */
    public boolean isOpen() {
        return !wrong.isEmpty() || !form.at().isEmpty();
    }
}
