package app.maru.checks;

import java.util.List;

import app.maru.checks.Finding.Severity;

/** What all checks found in one revision of an entry. */
public record Checked(List<Finding> findings) {

    public Checked {
        findings = List.copyOf(findings);
    }

    /** What stands in the way of publishing. */
    public List<Finding> errors() {
        return of(Severity.ERROR);
    }

    /** What whoever publishes says that they have seen. */
    public List<Finding> warnings() {
        return of(Severity.WARNING);
    }

    private List<Finding> of(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).toList();
    }
}
