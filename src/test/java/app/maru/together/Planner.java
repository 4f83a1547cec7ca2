package app.maru.together;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import app.maru.together.Person.Result;

/** One who lets revisions go live and come down a moment from now. */
final class Planner implements Runnable {

    private static final int SOONEST = 100;
    private static final int LATEST = 300;
    private static final int PAUSE = 400;

    private final String address;
    private final Person person;
    private final Look look;
    private final Run run;
    private final Random random;
    private final List<Planned> planned = new ArrayList<>();

    /** What the server says is going to happen. */
    record Planned(String action, int revision, Instant at) {}

    Planner(House house, UUID entry, House.Somebody somebody, Run run, Random random) {
        this.address = House.address(entry);
        this.person = new Person(house.port(), somebody.role(), run);
        this.look = new Look(house.database(), entry);
        this.run = run;
        this.random = random;
    }

    @Override
    public void run() {
        while (run.goesOn()) {
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> schedule("publish", Math.max(1, look.revisions().size() - random.nextInt(3)));
                case 3 -> schedule("unpublish", 0);
                case 4 -> cancel();
                default -> Actors.breathe(random, PAUSE);
            }
            Actors.breathe(random, PAUSE);
        }
        look.close();
    }

    private void schedule(String action, int revision) {
        var at = Instant.now().plusMillis(SOONEST + random.nextInt(LATEST)).truncatedTo(ChronoUnit.MILLIS);
        var form = new LinkedHashMap<>(Map.of("_action", List.of(action), "_zone", List.of("Z"), "_at", List.of(LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString())));
        if (revision > 0) {
            form.put("_revision", List.of(Integer.toString(revision)));
            form.put("_seen", List.of(Integer.toString(revision)));
        }
        if (Result.of(person.put("schedule", address + "/schedule", form)) == Result.DONE) {
            planned.add(new Planned(action, revision, at));
        }
    }

    private void cancel() {
        look.sql("select schedule_id from content_schedules where entry_id = :entry and state = 'pending' order by id limit 1").query(UUID.class).optional()
            .ifPresent(schedule -> person.delete("cancel", address + "/schedule", Map.of("_schedule", List.of(schedule.toString()))));
    }

    /** All that was acknowledged. */
    List<Planned> planned() {
        return planned;
    }
}
