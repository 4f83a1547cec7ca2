package app.maru.editing;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import app.maru.content.ContentTypes;
import app.maru.content.Paths;
import app.maru.content.Problem;
import app.maru.desk.Times;
import app.maru.identity.People;
import app.maru.publishing.Schedule;
import app.maru.publishing.Schedule.State;

/** Says what is to happen at a time, what has happened, and why not. */
@Component
class ScheduleLines {

    private final ContentTypes types;
    private final People people;
    private final Times times;
    private final Words words;

    ScheduleLines(ContentTypes types, People people, Times times, Words words) {
        this.types = types;
        this.people = people;
        this.times = times;
        this.words = words;
    }

    List<ScheduleLine> lines(List<Schedule> schedules) {
        var names = new HashMap<>(people.names(schedules.stream().map(Schedule::by).filter(Objects::nonNull).collect(toSet())));
        return schedules.stream().map(schedule -> new ScheduleLine(schedule, words.title(schedule.title()), kind(schedule), what(schedule),
            times.day(schedule.at()), there(schedule), names.get(schedule.by()), notes(schedule))).toList();
    }

    private List<String> notes(Schedule schedule) {
        return schedule.state() == State.PENDING ? twice(schedule).stream().toList() : reasons(schedule, schedule.problems());
    }

    private @Nullable String kind(Schedule schedule) {
        return types.at(schedule.type()).map(type -> words.say(type.messageKey() + ".one")).orElse(null);
    }

    /** What happens, in so many words. */
    String what(Schedule schedule) {
        return words.say("schedule.what." + schedule.action().key(), String.valueOf(schedule.revision()));
    }

    /** When, for the person who reads; which of the two it is where clocks show that time twice. */
    String when(Schedule schedule) {
        return times.day(schedule.at()) + twice(schedule).map(note -> ". " + note).orElse("");
    }

    /** Which of the two it is where clocks show that time twice. */
    Optional<String> twice(Schedule schedule) {
        return schedule.isTwice() ? Optional.of(words.say(schedule.isSecond() ? "schedule.second" : "schedule.first", times.time(schedule.local()),
            times.zone(schedule.zone(), schedule.at()))) : Optional.empty();
    }

    private @Nullable String there(Schedule schedule) {
        var here = LocaleContextHolder.getTimeZone().toZoneId();
        return sameClock(here, schedule.zone(), schedule.at()) ? null
            : words.say("schedule.there", times.day(schedule.local()), times.zone(schedule.zone(), schedule.at()));
    }

    private static boolean sameClock(ZoneId one, ZoneId other, Instant then) {
        return one.getRules().getOffset(then).equals(other.getRules().getOffset(then));
    }

    /** Why it could not be, sentence by sentence. */
    List<String> reasons(Schedule schedule, List<Problem> problems) {
        return problems.stream().map(problem -> place(schedule, problem) + says(problem)).distinct().toList();
    }

    private String place(Schedule schedule, Problem problem) {
        var name = Paths.child(problem.path()).map(Paths.ChildPath::children).orElse(problem.path());
        return name.isEmpty() ? "" : types.at(schedule.type()).flatMap(type -> words.find(type.messageKey() + "." + name)).map(place -> place + ": ").orElse("");
    }

    /** What is wrong with a time, or with an entry at its time. */
    String says(Problem problem) {
        return words.find(problem.messageKey(), problem.arguments().stream().map(this::said).toArray()).orElseGet(() -> words.say("problem.other"));
    }

    private Object said(Object argument) {
        return argument instanceof LocalDateTime local ? times.day(local) : argument instanceof ZoneId zone ? zone.getId() : argument;
    }
}
