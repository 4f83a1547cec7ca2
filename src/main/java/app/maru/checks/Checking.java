package app.maru.checks;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

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
import app.maru.content.EntrySaved;
import app.maru.publishing.EditionCommitted;

/** Looks at entries in the background: soon after they are saved here, and before long at what another node left undone. */
@Component
class Checking implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Checking.class);
    private static final int AT_ONCE = 50;
    private static final int SECONDS_BETWEEN_ROUNDS = 5;

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
            catchUp();
        } catch (RuntimeException e) {
            LOG.warn("Entries wait to be checked: {}", e.getMessage());
        }
    }

    /** Looks at everything that is to be looked at. What fails waits for the next round and keeps nothing else from it. */
    void catchUp() {
        long behind = 0;
        for (var wishes = results.wishes(behind, AT_ONCE); !wishes.isEmpty(); wishes = results.wishes(behind, AT_ONCE)) {
            wishes.forEach(this::tryOut);
            behind = wishes.getLast().id();
        }
    }

    private void tryOut(Wish wish) {
        try {
            answer(wish);
        } catch (RuntimeException e) {
            LOG.warn("Entry {} cannot be checked", wish.entry(), e);
        }
    }

    private void answer(Wish wish) {
        var entry = entries.find(wish.entry()).orElseThrow();
        var type = types.of(entry.type());
        var snapshot = entries.revision(type, entry.id(), entry.head()).snapshot();
        results.answer(wish, entry.head(), destinations.addresses(type, snapshot), checks.of(type, snapshot));
    }

    @Override
    public void stop() {
        var working = thread;
        thread = null;
        if (working != null) {
            working.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
