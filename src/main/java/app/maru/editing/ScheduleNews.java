package app.maru.editing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import app.maru.content.Problem;
import app.maru.desk.Toast;
import app.maru.publishing.Schedule;
import app.maru.publishing.Scheduling.Result.Scheduled;

/** Says what was just arranged for a time, and how it is undone. */
@Component
class ScheduleNews {

    private final ScheduleLines lines;

    ScheduleNews(ScheduleLines lines) {
        this.lines = lines;
    }

    /** Arranged; undone by taking it back, or by arranging again what it took the place of. */
    Toast scheduled(Scheduled scheduled, EditorForm form) {
        var now = scheduled.schedule();
        var toast = Toast.saying("schedule.scheduled", lines.what(now), lines.when(now));
        return scheduled.before() == null ? toast.undoneBy("delete", address(now), staying(form, Map.of(ScheduleForm.SCHEDULE, now.id().toString())))
            : toast.undoneBy("put", address(now), staying(form, ScheduleForm.fields(scheduled.before())));
    }

    /** Taken back; undone by arranging it again, as long as it had not failed. */
    Toast cancelled(Optional<Schedule> cancelled, EditorForm form) {
        if (cancelled.isEmpty()) {
            return Toast.saying("schedule.too-late");
        }
        var schedule = cancelled.get();
        return schedule.state() == Schedule.State.FAILED ? Toast.saying("schedule.dismissed")
            : Toast.saying("schedule.cancelled", lines.what(schedule), lines.when(schedule))
                .undoneBy("put", address(schedule), staying(form, ScheduleForm.fields(schedule)));
    }

    /** Tried once more: what came of it. */
    Toast retried(Schedule schedule) {
        return switch (schedule.state()) {
            case DONE -> schedule.edition() == null ? Toast.saying("editor.published.nothing")
                : Toast.saying("schedule.retried", lines.what(schedule), schedule.edition().toString());
            case FAILED -> Toast.saying("schedule.failed-again", String.join(" ", lines.reasons(schedule, schedule.problems())));
            case PENDING -> Toast.saying("schedule.in-a-moment");
            case CANCELLED -> Toast.saying("schedule.too-late");
        };
    }

    String says(Problem problem) {
        return lines.says(problem);
    }

    private static String address(Schedule schedule) {
        return schedule.address() + "/schedule";
    }

    private static Map<String, String> staying(EditorForm form, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        if (form.parameters().containsKey(ScheduleForm.LIST)) {
            all.put(ScheduleForm.LIST, "");
        }
        return all;
    }
}
