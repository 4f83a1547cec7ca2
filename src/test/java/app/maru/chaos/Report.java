package app.maru.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Says what happens, counts it, and judges at the end. */
final class Report {

    private static final int SAVES_PER_KILL = 10;
    private static final int MOST_SHOWN = 20;

    private final PrintStream out;
    private final Settings settings;
    private final Instant begun = Instant.now();
    private final Findings findings = new Findings();
    private final Map<Kill, Integer> kills = new EnumMap<>(Kill.class);
    private int saves;
    private int publishes;
    private int cutOff;
    private int revisions;
    private long editions;

    Report(PrintStream out, Settings settings) {
        this.out = out;
        this.settings = settings;
    }

    /** A run that takes this long is stuck. */
    void requireTime() {
        var longest = Duration.ofMinutes(5).plusSeconds(30L * settings.kills());
        if (Duration.between(begun, Instant.now()).compareTo(longest) > 0) {
            throw new Broken("%d kills take too long: more than %d minutes".formatted(settings.kills(), longest.toMinutes()));
        }
    }

    Findings findings() {
        return findings;
    }

    void killed(Kill kill) {
        kills.merge(kill, 1, Integer::sum);
    }

    int kills() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    void cameBack(Kill kill, Duration after, Ledger ledger) {
        out.printf("%3d  %-34s back and inspected after %4.1f s, %5d acts acknowledged, %6d checks%n", kills(), kill.name,
            after.toMillis() / 1000.0, ledger.acknowledged(), findings.checks());
    }

    void ended(String ground, Ledger ledger, Inspection inspection) {
        saves += ledger.saves(0).size();
        publishes += ledger.publishes(0).size();
        cutOff += ledger.cutOff();
        revisions += inspection.revisions();
        editions += inspection.editions();
        out.printf("     on %s: done%n", ground);
    }

    /** Says what was counted; whether the run proved what it is for. */
    boolean verdict() {
        var length = Duration.between(begun, Instant.now());
        out.printf("%nseed %d, %d min %d s%n", settings.seed(), length.toMinutes(), length.toSecondsPart());
        out.printf("kills: %d%n", kills());
        kills.forEach((kill, count) -> out.printf("  %-34s %d%n", kill.name, count));
        out.printf("acknowledged: %d saves, %d publishes; forms cut off before an answer: %d%n", saves, publishes, cutOff);
        out.printf("there at the end: %d revisions, %d editions%n", revisions, editions);
        out.printf("checks: %d, of which %d failed%n", findings.checks(), findings.violations().size());
        findings.violations().stream().limit(MOST_SHOWN).forEach(violation -> out.println("  " + violation));
        return findings.violations().isEmpty() && provedSomething();
    }

    private boolean provedSomething() {
        int atWork = kills.entrySet().stream().filter(kill -> kill.getKey().atWork()).mapToInt(Map.Entry::getValue).sum();
        boolean enough = kills() >= settings.kills() && atWork > 0 && saves >= atWork * SAVES_PER_KILL && publishes >= atWork
            && cutOff > 0 && findings.checks() > saves + publishes;
        if (!enough) {
            out.println("That is too little to prove anything.");
        }
        return enough;
    }
}
