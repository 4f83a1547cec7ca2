package app.maru.checks;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import app.maru.checks.CheckResults.Wish;
import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.EntrySaved;
import app.maru.publishing.EditionCommitted;

/** Looks at entries in the background: soon after they are saved here, and before long at what another node left undone. */
@Component
class Checking implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Checking.class);
    private static final int AT_ONCE = 50;
    private static final int SECONDS_BETWEEN_ROUNDS = 5;
    private static final Duration TO_GATHER = Duration.ofMillis(500);
    private static final int SECONDS_TO_FINISH = 5;

    private final CheckResults results;
    private final Checks checks;
    private final Destinations destinations;
    private final Entries entries;
    private final ContentTypes types;
    private final Semaphore news = new Semaphore(1);
    private volatile @Nullable Thread thread;

    Checking(CheckResults results, Checks checks, Destinations destinations, Entries entries, ContentTypes types) {
        this.results = results;
        this.checks = checks;
        this.destinations = destinations;
        this.entries = entries;
        this.types = types;
    }

    @EventListener
    void wish(EntrySaved saved) {
        results.wish(saved.entry(), destinations.addresses(saved.type(), saved.snapshot()));
    }

    @EventListener
    void wish(EditionCommitted committed) {
        results.wishForThoseThatLinkTo(committed.number());
    }

    @TransactionalEventListener(classes = {EntrySaved.class, EditionCommitted.class}, phase = TransactionPhase.AFTER_COMMIT)
    void hear() {
        news.release();
    }

    @Override
    public void start() {
        var working = Thread.ofVirtual().name("checking").unstarted(this::work);
        thread = working; // before it runs: it asks whether it is to go on
        working.start();
    }

    private void work() {
        try {
            while (isRunning()) {
                if (news.tryAcquire(SECONDS_BETWEEN_ROUNDS, TimeUnit.SECONDS)) {
                    Thread.sleep(TO_GATHER); // an entry that is saved again meanwhile is looked at once, and nobody who saves waits for its lock
                    news.drainPermits();
                }
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            catchUp(this::isRunning);
        } catch (RuntimeException e) {
            LOG.warn("Entries wait to be checked: {}", e.getMessage());
        }
    }

    /** Looks at everything that is to be looked at. What fails waits for the next round and keeps nothing else from it. */
    void catchUp() {
        catchUp(() -> true);
    }

    private void catchUp(BooleanSupplier goesOn) {
        long behind = 0;
        for (var wishes = results.wishes(behind, AT_ONCE); !wishes.isEmpty(); wishes = results.wishes(behind, AT_ONCE)) {
            wishes.stream().takeWhile(wish -> goesOn.getAsBoolean()).forEach(this::tryOut);
            behind = goesOn.getAsBoolean() ? wishes.getLast().id() : Long.MAX_VALUE;
        }
    }

    private void tryOut(Wish wish) {
        try {
            entries.find(wish.entry()).ifPresent(entry -> answer(wish, entry));
        } catch (RuntimeException e) {
            LOG.warn("Entry {} cannot be checked", wish.entry(), e);
        }
    }

    private void answer(Wish wish, Entry entry) {
        var type = types.of(entry.type());
        var snapshot = entries.revision(type, entry.id(), entry.head()).snapshot();
        var subject = Subject.of(type, snapshot, destinations);
        results.answer(wish, entry.head(), subject.addresses(), checks.of(subject));
    }

    /** Lets the entry that is being looked at be finished; what is left waits for the next start. */
    @Override
    public void stop() {
        var working = thread;
        thread = null;
        if (working != null) {
            news.release();
            finish(working);
        }
    }

    private static void finish(Thread working) {
        try {
            if (!working.join(Duration.ofSeconds(SECONDS_TO_FINISH))) {
                working.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
