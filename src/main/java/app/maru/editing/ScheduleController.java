package app.maru.editing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.Outcome;
import app.maru.content.WorkingCopy;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.publishing.Appointment;
import app.maru.publishing.Appointment.Reading;
import app.maru.publishing.Firing;
import app.maru.publishing.Schedule.Action;
import app.maru.publishing.Schedules;
import app.maru.publishing.Scheduling;
import app.maru.publishing.Scheduling.Result;
import app.maru.publishing.Scheduling.Wish;

/**
 * When an entry goes live and when it is taken down by itself. What is typed is saved first, and just that goes live; what
 * the checks warn of is to be seen now, as nobody looks when the time comes.
 */
@ForEachContentType
@RequestMapping("/{id}/schedule")
@Requires(Right.PUBLISH)
class ScheduleController {

    private final Entries entries;
    private final Forms forms;
    private final Editor editor;
    private final SchedulePanels panels;
    private final Remarking remarking;
    private final Scheduling scheduling;
    private final Schedules schedules;
    private final Firing firing;
    private final ScheduleNews news;
    private final Clock clock;

    ScheduleController(Entries entries, Forms forms, Editor editor, SchedulePanels panels, Remarking remarking, Scheduling scheduling, Schedules schedules,
                       Firing firing, ScheduleNews news, Clock clock) {
        this.entries = entries;
        this.forms = forms;
        this.editor = editor;
        this.panels = panels;
        this.remarking = remarking;
        this.scheduling = scheduling;
        this.schedules = schedules;
        this.firing = firing;
        this.news = news;
        this.clock = clock;
    }

    @PutMapping
    ModelAndView schedule(ContentType type, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters,
                          @AuthenticationPrincipal Person person, RedirectAttributes redirect) {
        var form = new EditorForm(parameters);
        var wanted = ScheduleForm.of(form, person.zone());
        return switch (wanted.read(clock.instant())) {
            case Reading.Wrong wrong -> typed(form.isOfEditor() ? forms.typed(type, id, form) : Sheet.of(entries.workingCopy(type, id)), wanted,
                List.of(news.says(wrong.problem())), person);
            case Reading.Understood understood -> schedule(type, id, form, understood.appointment(), person, redirect);
        };
    }

    private ModelAndView schedule(ContentType type, UUID id, EditorForm form, Appointment appointment, Person person, RedirectAttributes redirect) {
        if (!form.isOfEditor()) {
            return schedule(entries.workingCopy(type, id), form, appointment, person, redirect);
        }
        var outcome = forms.save(type, id, form, person.id());
        return outcome instanceof Outcome.Saved saved ? schedule(saved.copy(), form, appointment, person, redirect)
            : editor.notSaved(outcome, type, id, form, person);
    }

    private ModelAndView schedule(WorkingCopy copy, EditorForm form, Appointment appointment, Person person, RedirectAttributes redirect) {
        var wanted = ScheduleForm.of(form, person.zone());
        int revision = form.number(EditorForm.REVISION).orElse(copy.entry().head());
        var wish = new Wish(copy.entry().id(), wanted.action(), wanted.action() == Action.PUBLISH ? revision : null, appointment);
        var unseen = unseen(copy, wish, form);
        if (!unseen.isEmpty() && scheduling.objections(copy.type(), wish).isEmpty()) {
            return warned(copy, wanted, unseen, person);
        }
        return switch (scheduling.schedule(copy.type(), wish, person.id())) {
            case Result.Refused refused -> typed(Sheet.of(copy).refused(refused.refusals()), wanted, List.of(), person);
            case Result.Scheduled scheduled -> {
                redirect.addFlashAttribute("toast", news.scheduled(scheduled, form));
                yield new ModelAndView(next(form, copy.entry().address()));
            }
        };
    }

    private List<Remark> unseen(WorkingCopy copy, Wish wish, EditorForm form) {
        if (wish.revision() == null || form.number(ScheduleForm.SEEN).filter(wish.revision()::equals).isPresent()) {
            return List.of();
        }
        var snapshot = entries.revision(copy.type(), wish.entry(), wish.revision()).snapshot();
        return remarking.now(Sheet.of(copy.type(), wish.entry(), snapshot)).warnings();
    }

    private ModelAndView warned(WorkingCopy copy, ScheduleForm wanted, List<Remark> unseen, Person person) {
        var sheet = Sheet.of(copy);
        return editor.show(sheet, HttpStatus.UNPROCESSABLE_CONTENT, person, "schedule-seen")
            .addObject("schedule", panels.panel(copy.entry(), sheet.form(), person).warning(wanted, unseen));
    }

    private ModelAndView typed(Sheet sheet, ScheduleForm typed, List<String> wrong, Person person) {
        var view = editor.show(sheet, HttpStatus.UNPROCESSABLE_CONTENT, person, wrong.isEmpty() ? "" : "schedule-at");
        if (sheet.stored() != null) {
            view.addObject("schedule", panels.panel(sheet.stored().entry(), sheet.form(), person).typed(typed, wrong));
        }
        return view;
    }

    @DeleteMapping
    String cancel(ContentType type, @PathVariable UUID id, @RequestParam(ScheduleForm.SCHEDULE) UUID schedule,
                  @RequestParam MultiValueMap<String, String> form, RedirectAttributes redirect) {
        var entry = entries.entry(type, id);
        redirect.addFlashAttribute("toast", news.cancelled(scheduling.cancel(type, id, schedule), new EditorForm(form)));
        return next(new EditorForm(form), entry.address());
    }

    /** Tries once more what has failed. */
    @PostMapping("/attempts")
    String retry(ContentType type, @PathVariable UUID id, @RequestParam(ScheduleForm.SCHEDULE) UUID schedule,
                 @RequestParam MultiValueMap<String, String> form, @AuthenticationPrincipal Person person, RedirectAttributes redirect) {
        var entry = entries.entry(type, id);
        scheduling.retry(type, id, schedule, person.id());
        firing.fire(schedule);
        redirect.addFlashAttribute("toast", news.retried(schedules.schedule(id, schedule)));
        return next(new EditorForm(form), entry.address());
    }

    private static String next(EditorForm form, String entry) {
        return "redirect:" + (form.parameters().containsKey(ScheduleForm.LIST) ? "/schedule" : entry);
    }
}
