package app.maru.editing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

import app.maru.checks.Checked;
import app.maru.checks.Checks;
import app.maru.checks.Finding;
import app.maru.checks.Finding.Severity;
import app.maru.content.ContentType;
import app.maru.content.Entry;
import app.maru.content.Problem;
import app.maru.content.Several;
import app.maru.content.Snapshot;

/** Puts into words what the checks found. */
@Component
class Remarking {

    /** What a field that publishing demands says of itself anyway. */
    private static final Set<String> SAID_ANYWAY = Set.of("NotBlank", "NotNull");

    private static final int SHOWN = 5;

    private final Checks checks;
    private final Complaints complaints;
    private final Words words;

    Remarking(Checks checks, Complaints complaints, Words words) {
        this.checks = checks;
        this.complaints = complaints;
        this.words = words;
    }

    /** What was found in the entry as last saved; what is complained of at a place is not said there a second time. */
    Remarks of(Sheet sheet) {
        if (sheet.stored() == null) {
            return Remarks.NONE;
        }
        var found = checks.of(sheet.stored());
        var complained = sheet.problems().stream().map(Problem::path).toList();
        var said = found.findings().stream().filter(finding -> SAID_ANYWAY.contains(finding.code())).map(Finding::path).toList();
        Predicate<Remark> isError = remark -> remark.severity().equals("error");
        return Remarks.of(remarks(Sheet.of(sheet.stored()), found),
            isError.negate().or(remark -> !complained.contains(remark.path()) && !said.contains(remark.path())));
    }

    /** What is found now in the entry as the sheet has it. */
    Remarks now(Sheet sheet) {
        return Remarks.of(remarks(sheet, checks.of(sheet.type(), sheet.draft().snapshot())), remark -> true);
    }

    /** Whether whoever publishes what it says is warned of anything now. */
    boolean isWarnedOf(ContentType type, Snapshot snapshot) {
        return !checks.of(type, snapshot).warnings().isEmpty();
    }

    /** Who links to the entry. */
    Several linking(Entry entry) {
        return checks.linking(entry, SHOWN);
    }

    /** To whom the entry links. */
    Several linked(Entry entry) {
        return checks.linked(entry, SHOWN);
    }

    private List<Remark> remarks(Sheet sheet, Checked found) {
        return found.findings().stream().map(finding -> remark(sheet, finding)).toList();
    }

    private Remark remark(Sheet sheet, Finding finding) {
        return new Remark(finding.severity().name().toLowerCase(Locale.ROOT), finding.path(), finding.path().isEmpty() ? "" : words.place(sheet, finding.path()),
            Complaints.href(sheet, finding.path()), says(sheet, finding));
    }

    private String says(Sheet sheet, Finding finding) {
        return finding.severity() == Severity.ERROR
            ? complaints.says(sheet, Problem.publishable(finding.path(), finding.code(), finding.arguments().toArray()))
            : words.say("check." + finding.code(), finding.arguments().toArray());
    }
}
