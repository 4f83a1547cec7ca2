package app.maru.editing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import app.maru.publishing.Appointment;
import app.maru.publishing.Appointment.Reading;
import app.maru.publishing.Schedule;
import app.maru.publishing.Schedule.Action;

/**
 * What somebody wants to happen to an entry at a time, as they typed it.
 *
 * @param at the date and the time, as the control sends them
 * @param zone where a clock shows them
 */
record ScheduleForm(Action action, String at, ZoneId zone) {

    /** A date and a time. */
    static final String AT = "_at";
    /** The zone in which they are meant. */
    static final String ZONE = "_zone";
    /** What is to happen then. */
    static final String ACTION = "_action";
    /** One schedule among an entry's. */
    static final String SCHEDULE = "_schedule";
    /** The revision whose warnings somebody has seen. */
    static final String SEEN = "_seen";
    /** Whether the list of all that is coming is shown next. */
    static final String LIST = "_list";

    /** What the editor's form says of it; nothing typed, in the person's zone, where it says nothing. */
    static ScheduleForm of(EditorForm form, ZoneId usual) {
        return new ScheduleForm(first(form, ACTION).map(ScheduleForm::action).orElse(Action.PUBLISH), first(form, AT).orElse(""),
            first(form, ZONE).map(ScheduleForm::zone).orElse(usual));
    }

    /** What has to be sent for the same to be wanted again. */
    static Map<String, String> fields(Schedule schedule) {
        var fields = new java.util.HashMap<>(Map.of(ACTION, schedule.action().key(), AT, schedule.local().toString(), ZONE, schedule.zone().getId()));
        if (schedule.revision() != null) {
            fields.put(EditorForm.REVISION, schedule.revision().toString());
            fields.put(SEEN, schedule.revision().toString());
        }
        return fields;
    }

    Reading read(Instant now) {
        return Appointment.read(at, zone, now);
    }

    private static Optional<String> first(EditorForm form, String name) {
        @Nullable String text = form.parameters().getFirst(name);
        return Optional.ofNullable(text);
    }

    private static Action action(String key) {
        try {
            return Action.valueOf(key.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The form lacks a readable " + ACTION);
        }
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The form lacks a readable " + ZONE);
        }
    }
}
