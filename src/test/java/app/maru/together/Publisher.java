package app.maru.together;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import app.maru.together.Person.Result;

/** One who decides what visitors see, and now and then takes what was written back. */
final class Publisher implements Runnable {

    private static final Map<String, List<String>> KNOWING = Map.of("_knowing", List.of("true"));
    private static final int PAUSE = 80;

    private final String address;
    private final UUID id;
    private final Person person;
    private final Look look;
    private final Book book;
    private final Run run;
    private final Random random;

    Publisher(House house, UUID entry, House.Somebody somebody, Book book, Run run, Random random) {
        this.address = House.address(entry);
        this.id = somebody.id();
        this.person = new Person(house.port(), somebody.role(), run);
        this.look = new Look(house.database(), entry);
        this.book = book;
        this.run = run;
        this.random = random;
    }

    @Override
    public void run() {
        while (run.goesOn()) {
            int newest = look.revisions().size();
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3, 4 -> publish(look.head());
                case 5, 6 -> publish(Math.max(1, newest - random.nextInt(5)));
                case 7 -> unpublish();
                case 8 -> discard();
                case 9 -> restore(Math.max(1, newest - random.nextInt(8)));
                default -> Actors.breathe(random, PAUSE);
            }
            Actors.breathe(random, PAUSE);
        }
        look.close();
    }

    private void publish(int revision) {
        var attempt = book.begin(new Attempt.Publish(id, revision));
        var page = person.put("publish", address + "/publication", Map.of("_revision", List.of(Integer.toString(revision)), "_acknowledged", List.of("true")));
        switch (Result.of(page)) {
            case DONE -> book.published(revision);
            case BUSY -> run.count("nobody knows whether it is published");
            default -> book.refused(attempt);
        }
    }

    private void unpublish() {
        book.begin(new Attempt.Unpublish(id));
        person.delete("unpublish", address + "/publication", KNOWING);
    }

    private void discard() {
        book.begin(new Attempt.Discard(id));
        person.delete("discard changes", address + "/changes", Map.of());
    }

    private void restore(int revision) {
        book.begin(new Attempt.Restore(id, revision));
        person.send("restore", address + "/restorations", "post", Map.of("number", List.of(Integer.toString(revision))));
    }
}
