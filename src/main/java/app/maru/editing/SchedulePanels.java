package app.maru.editing;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.content.Entry;
import app.maru.content.State;
import app.maru.desk.Times;
import app.maru.identity.Person;
import app.maru.publishing.Publishing;
import app.maru.publishing.Publishing.Exact;
import app.maru.publishing.Schedule;
import app.maru.publishing.Schedule.Action;
import app.maru.publishing.Schedules;

/** Draws up what the editor shows of an entry's times, with what is worth knowing before they come. */
@Component
class SchedulePanels {

    private final Schedules schedules;
    private final ScheduleLines lines;
    private final Publishing publishing;
    private final Times times;
    private final Words words;

    SchedulePanels(Schedules schedules, ScheduleLines lines, Publishing publishing, Times times, Words words) {
        this.schedules = schedules;
        this.lines = lines;
        this.publishing = publishing;
        this.times = times;
        this.words = words;
    }

    SchedulePanel panel(Entry entry, EditorForm sent, Person person) {
        var form = ScheduleForm.of(sent, person.zone());
        var pending = schedules.pending(entry.id());
        var last = lines.lines(schedules.last(entry.id()).stream().toList());
        boolean archived = entry.state() == State.ARCHIVED;
        boolean live = entry.isLive() || pending.stream().anyMatch(schedule -> schedule.action() == Action.PUBLISH);
        return new SchedulePanel(lines.lines(pending).stream().map(line -> line.noting(notes(entry, line.schedule(), pending))).toList(),
            lines.lines(schedules.failed(entry.id())), last.isEmpty() ? null : last.getFirst(), form,
            times.zone(form.zone()), List.of(), List.of(), !archived, live && !archived);
    }

    private List<String> notes(Entry entry, Schedule schedule, List<Schedule> pending) {
        var notes = new ArrayList<>(lines.twice(schedule).stream().toList());
        notes.addAll(schedule.action() == Action.PUBLISH ? ofGoingLive(entry, schedule) : ofTakingDown(entry, schedule, pending));
        return notes;
    }

    private List<String> ofGoingLive(Entry entry, Schedule schedule) {
        var notes = new ArrayList<String>();
        int revision = schedule.revision();
        if (entry.live() != null && entry.live() == revision) {
            return List.of(words.say("schedule.note.live"));
        }
        if (entry.head() != revision) {
            notes.add(words.say("schedule.note.newer", Integer.toString(revision), Integer.toString(entry.head())));
        }
        if (entry.live() != null && entry.live() > revision) {
            notes.add(words.say("schedule.note.back", Integer.toString(entry.live()), Integer.toString(revision)));
        }
        var objections = publishing.objections(List.of(new Exact(entry.id(), revision))).stream().flatMap(refusal -> refusal.problems().stream()).toList();
        lines.reasons(schedule, objections).forEach(reason -> notes.add(words.say("schedule.note.obstacle", reason)));
        return notes;
    }

    private List<String> ofTakingDown(Entry entry, Schedule schedule, List<Schedule> pending) {
        return Schedule.isLiveBy(schedule.at(), entry, pending) ? List.of() : List.of(words.say("schedule.note.nothing-live"));
    }
}
