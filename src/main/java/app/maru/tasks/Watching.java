package app.maru.tasks;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import app.maru.checks.Checked;
import app.maru.checks.Checks;
import app.maru.checks.EntryChecked;
import app.maru.checks.Finding;
import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.metrics.MetricAlert;
import app.maru.publishing.Schedule;
import app.maru.publishing.Schedules;
import app.maru.publishing.SchedulesChanged;
import app.maru.publishing.StandingsChanged;
import app.maru.tasks.Reports.Report;

/** Hears of what goes wrong in other rooms, and of what is mended, within the transaction in which it happens. */
@Component
class Watching {

    private static final Set<String> LEADS_NOWHERE = Set.of("DeadLink", "ExpiredLink");
    private static final int LONGEST = 4000;

    private final Reports reports;
    private final Schedules schedules;
    private final Checks checks;
    private final Entries entries;
    private final ContentTypes types;
    private final Clock clock;

    Watching(Reports reports, Schedules schedules, Checks checks, Entries entries, ContentTypes types, Clock clock) {
        this.reports = reports;
        this.schedules = schedules;
        this.checks = checks;
        this.entries = entries;
        this.types = types;
        this.clock = clock;
    }

    @EventListener
    void hear(SchedulesChanged changed) {
        var failed = schedules.lastFailed(changed.entries());
        entries.find(failed.keySet()).values().forEach(entry -> reportFailure(entry, failed.get(entry.id())));
        settle(reports.open(Reason.FAILED_SCHEDULE, changed.entries()), failed.keySet());
    }

    private void reportFailure(Entry entry, Schedule last) {
        reports.report(entry, new Report(Reason.FAILED_SCHEDULE, last.id() + " " + last.doneAt(), "", last.by()));
    }

    /** What is tried once more is not mended before that has succeeded. */
    private void settle(Set<UUID> open, Set<UUID> failed) {
        open.stream().filter(entry -> !failed.contains(entry) && schedules.pending(entry).stream().allMatch(schedule -> schedule.at().isAfter(clock.instant())))
            .forEach(entry -> reports.settle(Reason.FAILED_SCHEDULE, entry));
    }

    /** What was to happen by itself may have been brought about by hand, and visitors see other links than before, or none. */
    @EventListener
    void hear(StandingsChanged changed) {
        var open = reports.open(changed.entries());
        var late = open.getOrDefault(Reason.FAILED_SCHEDULE, Set.of());
        if (!late.isEmpty()) {
            settle(late, schedules.lastFailed(late).keySet());
        }
        entries.find(open.getOrDefault(Reason.BROKEN_LINK, Set.of())).values().forEach(entry -> judge(entry, seen(entry)));
    }

    /** A link matters as soon as visitors see it, and for as long. */
    @EventListener
    void hear(EntryChecked checked) {
        entries.find(checked.entry()).ifPresent(entry -> {
            if (Objects.equals(entry.live(), checked.revision())) {
                judge(entry, checked.found());
            } else if (!reports.open(Reason.BROKEN_LINK, Set.of(entry.id())).isEmpty()) {
                judge(entry, seen(entry));
            }
        });
    }

    @EventListener
    void hear(MetricAlert alert) {
        var reason = switch (alert.kind()) {
            case ABOVE -> Reason.METRIC_ABOVE;
            case BELOW -> Reason.METRIC_BELOW;
            case MISSING -> Reason.METRIC_MISSING;
        };
        if (alert.raised()) {
            reports.report(new About(About.METRICS, alert.metric().id()), alert.metric().label(), new Report(reason, alert.at().toString(), said(alert), null));
        } else {
            reports.settle(reason, alert.metric().id());
        }
    }

    private static String said(MetricAlert alert) {
        return alert.kind() == MetricAlert.Kind.MISSING || alert.value() == null ? ""
            : "`" + alert.value().toPlainString() + "` " + (alert.kind() == MetricAlert.Kind.ABOVE ? ">" : "<") + " `" + alert.bound().toPlainString() + "` " + alert.metric().unit();
    }

    private Checked seen(Entry entry) {
        var type = types.of(entry.type());
        return entry.live() == null ? new Checked(List.of()) : checks.of(type, entries.revision(type, entry.id(), entry.live()).snapshot());
    }

    private void judge(Entry entry, Checked seen) {
        var broken = seen.findings().stream().filter(finding -> LEADS_NOWHERE.contains(finding.code())).map(Watching::line).distinct().sorted().toList();
        if (broken.isEmpty()) {
            reports.settle(Reason.BROKEN_LINK, entry.id());
        } else {
            var list = String.join("\n", broken);
            var kept = list.length() <= LONGEST ? list : list.substring(0, list.lastIndexOf('\n', LONGEST));
            reports.report(entry, new Report(Reason.BROKEN_LINK, kept, kept, entry.changedBy()));
        }
    }

    private static String line(Finding finding) {
        return "- `" + finding.arguments().getFirst() + "`";
    }
}
