package app.maru.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What the application acknowledged, written down the moment the answer was there, and what it left unanswered. */
final class Ledger {

    private final List<Saved> saved = new ArrayList<>();
    private final List<Published> published = new ArrayList<>();
    private final List<Sheet> sheets = new CopyOnWriteArrayList<>();
    private final List<Pair> pairs = new CopyOnWriteArrayList<>();
    private final List<String> surprises = new CopyOnWriteArrayList<>();
    private final AtomicInteger cutOff = new AtomicInteger();
    private volatile boolean quiet;

    /** A save that was acknowledged: the hand's count is in a revision of the entry. */
    record Saved(UUID entry, int hand, int count) {
        @Override
        public String toString() {
            return "count %d of hand %d in entry %s".formatted(count, hand, entry);
        }
    }

    /**
     * A publish that was acknowledged.
     *
     * @param revision the exact revision that was asked for; 0 when a form was saved and published in one
     * @param hand whose form it was; 0, and so is its count, when a revision was asked for
     */
    record Published(UUID entry, int revision, int hand, int count) {
        @Override
        public String toString() {
            return revision > 0 ? "revision %d of entry %s".formatted(revision, entry) : new Saved(entry, hand, count).toString();
        }
    }

    /** Two entries of which visitors see the same count in every edition. */
    record Pair(UUID one, UUID other) {}

    synchronized void saved(Hand hand, int count) {
        saved.add(new Saved(hand.entry(), hand.number(), count));
    }

    synchronized void published(Hand hand, int revision, int count) {
        published.add(new Published(hand.entry(), revision, revision > 0 ? 0 : hand.number(), count));
    }

    /** An entry that the run is about to make. */
    void began(Sheet sheet) {
        sheets.add(sheet);
    }

    /** Two entries that will only ever be published together. */
    void paired(Pair pair) {
        pairs.add(pair);
    }

    /** No answer came, or one that says that the server failed: an omen only while nothing is being killed. */
    void unanswered(boolean begunInQuiet, Desk.Unanswered what) {
        if (what.cutOff()) {
            cutOff.incrementAndGet();
        }
        if (begunInQuiet && quiet) {
            surprises.add("while nothing was killed: " + what.getMessage());
        }
    }

    /** Something that must never be, seen by a writer. */
    void surprise(String sentence) {
        surprises.add(sentence);
    }

    boolean isQuiet() {
        return quiet;
    }

    /** Says whether everything runs, so that every request must be answered. */
    void quiet(boolean quiet) {
        this.quiet = quiet;
    }

    synchronized List<Saved> saves(int from) {
        return List.copyOf(saved.subList(from, saved.size()));
    }

    synchronized List<Published> publishes(int from) {
        return List.copyOf(published.subList(from, published.size()));
    }

    synchronized int acknowledged() {
        return saved.size() + published.size();
    }

    List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    List<Pair> pairs() {
        return List.copyOf(pairs);
    }

    List<String> surprises() {
        return List.copyOf(surprises);
    }

    /** How many forms got no answer, or none that says whether it was done. */
    int cutOff() {
        return cutOff.get();
    }
}
