package app.maru.chaos;

import java.util.ArrayList;
import java.util.List;

/** How much was checked, and what did not hold. */
final class Findings {

    private final List<String> violations = new ArrayList<>();
    private long checks;

    void check(boolean holds, String otherwise) {
        checks++;
        if (!holds) {
            violations.add(otherwise);
        }
    }

    /** A sentence about tables, and what breaks it. */
    void check(Invariant invariant, List<String> breaches) {
        checks++;
        breaches.forEach(breach -> violations.add(invariant.sentence.formatted(breach)));
    }

    /** Something that must never be, whoever saw it. */
    void violation(String sentence) {
        violations.add(sentence);
    }

    /** Does what finds torn things, as one check. */
    void whole(Runnable reading) {
        checks++;
        try {
            reading.run();
        } catch (Torn e) {
            violations.add(e.getMessage());
        }
    }

    long checks() {
        return checks;
    }

    List<String> violations() {
        return violations;
    }
}
