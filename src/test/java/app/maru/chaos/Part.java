package app.maru.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import app.maru.chaos.Ledger.Pair;

/** One part of the run: writers at work on one ground, kills, and a look at everything after each of them. */
final class Part implements AutoCloseable {

    private static final int ENTRIES_EACH = 4;
    private static final int SHARED_ENTRIES = 2;
    private static final int ACTS_BETWEEN_KILLS = 20;
    private static final Duration LONGEST_PEACE = Duration.ofMillis(1500);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Ground ground;
    private final Maru maru;
    private final Random random;
    private final Report report;
    private final Ledger ledger = new Ledger();
    private final Findings findings;
    private final Inspection inspection;
    private final List<Writer> writers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Part(Ground ground, Maru maru, Random random, Report report) {
        this.ground = ground;
        this.maru = maru;
        this.random = random;
        this.report = report;
        this.findings = report.findings();
        this.inspection = new Inspection(ledger, findings, new Desk(maru.address()), random);
    }

    /** Kills until so many were killed in all, or something is wrong. */
    void run(int kills, int people) {
        for (int i = 0; i < ground.firstStartsCutShort(); i++) {
            startAndKill(Kill.FIRST_START, maru.startsWithin().multipliedBy(2));
        }
        maru.start(ground.configuration());
        maru.await();
        begin(ground.open(findings), people);
        var next = Kill.amidWork(random);
        while (report.kills() < kills && findings.violations().isEmpty()) {
            report.requireTime();
            kill(next.next());
        }
        end();
    }

    private void begin(List<Colleague> colleagues, int people) {
        var shared = IntStream.range(0, SHARED_ENTRIES).mapToObj(i -> begun(IntStream.rangeClosed(1, people).boxed().toList())).toList();
        for (int number = 1; number <= people; number++) {
            var desk = new Desk(maru.address());
            writers.add(new Writer(desk, colleagues.get(number % colleagues.size()), tasks(number, desk, shared), ledger, another()));
        }
        writers.forEach(writer -> threads.add(Thread.ofPlatform().daemon().start(writer)));
    }

    private List<Task> tasks(int number, Desk desk, List<Sheet> shared) {
        var tasks = new ArrayList<Task>();
        for (int i = 0; i < ENTRIES_EACH; i++) {
            tasks.add(work(begun(List.of(number)), number, desk));
        }
        shared.forEach(sheet -> tasks.add(work(sheet, number, desk)));
        var one = begun(List.of(number));
        var other = begun(List.of(number));
        ledger.paired(new Pair(one.entry(), other.entry()));
        var twins = new Twins(work(one, number, desk), work(other, number, desk), another());
        tasks.addAll(List.of(twins, twins));
        return tasks;
    }

    private Work work(Sheet sheet, int number, Desk desk) {
        return new Work(sheet, sheet.hand(number), desk, ledger, another());
    }

    private Sheet begun(List<Integer> numbers) {
        var sheet = Sheet.of(new UUID(random.nextLong(), random.nextLong()), numbers);
        ledger.began(sheet);
        return sheet;
    }

    private Random another() {
        return new Random(random.nextLong());
    }

    private void kill(Kill kill) {
        awaitWork();
        Waiting.pause(Duration.ofMillis(random.nextLong(LONGEST_PEACE.toMillis())));
        ledger.quiet(false);
        var begun = Instant.now();
        kill.strike(maru, ground.server());
        report.killed(kill);
        comeBack(kill);
        inspection.continued(ground.server());
        ledger.surprises().forEach(findings::violation);
        report.cameBack(kill, Duration.between(begun, Instant.now()), ledger);
    }

    /** Waits until the writers are at it again. */
    private void awaitWork() {
        int enough = ledger.acknowledged() + ACTS_BETWEEN_KILLS;
        ledger.quiet(true);
        Waiting.until(PATIENCE, () -> ledger.acknowledged() >= enough || !ledger.surprises().isEmpty(),
            "Everything runs again, and yet nothing is acknowledged");
    }

    private void comeBack(Kill kill) {
        boolean restart = kill.endsApplication() || kill.endsServer() && ground.comesWithMaru();
        if (restart && !kill.endsApplication()) {
            maru.kill();
        }
        if (kill.endsServer()) {
            ground.start();
        }
        if (restart) {
            if (random.nextInt(4) == 0) {
                startAndKill(Kill.APPLICATION_STARTING, maru.startsWithin());
            }
            maru.start(ground.configuration());
            maru.await();
        }
    }

    private void startAndKill(Kill kill, Duration within) {
        maru.start(ground.configuration());
        Waiting.pause(Duration.ofMillis(random.nextLong(within.toMillis())));
        maru.kill();
        report.killed(kill);
    }

    private void end() {
        writers.forEach(Writer::stop);
        threads.forEach(Part::join);
        ledger.surprises().forEach(findings::violation);
        if (findings.violations().isEmpty()) {
            inspection.whole(ground.server());
        }
        report.ended(ground.name(), ledger, inspection);
    }

    private static void join(Thread thread) {
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        writers.forEach(Writer::stop);
        maru.killIfRunning();
        ground.close();
    }
}
