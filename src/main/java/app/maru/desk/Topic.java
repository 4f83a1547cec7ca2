package app.maru.desk;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Something that open pages are told of when it changes. */
public final class Topic {

    private final String name;
    private final Supplier<?> state;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private @Nullable Object known;
    private long changes;
    private int listeners;
    private boolean watched;

    /**
     * A topic.
     *
     * @param state how it stands, in the database: asked for again and again while a page of this node listens, once for all
     *              pages; another answer than before is news
     */
    public Topic(String name, Supplier<?> state) {
        this.name = name;
        this.state = state;
    }

    String name() {
        return name;
    }

    /** Takes in a listener; whether somebody has to begin to watch. */
    boolean enter() {
        lock.lock();
        try {
            listeners++;
            boolean unwatched = !watched;
            watched = true;
            return unwatched;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            listeners--;
        } finally {
            lock.unlock();
        }
    }

    /** Whether nobody listens any more: then nobody watches it either. */
    boolean isAbandoned() {
        lock.lock();
        try {
            watched = listeners > 0;
            return !watched;
        } finally {
            lock.unlock();
        }
    }

    /** Asks how it stands, and wakes who waits if that is another than before. */
    void ask() {
        var now = state.get();
        if (!Objects.equals(now, known)) {
            known = now;
            wake();
        }
    }

    /** Wakes who waits. */
    void wake() {
        lock.lock();
        try {
            changes++;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often it has changed, after a wait for more than was heard of, at most so long. */
    long await(long heard, Duration most) throws InterruptedException {
        lock.lock();
        try {
            long left = most.toNanos();
            while (changes == heard && left > 0) {
                left = moved.awaitNanos(left);
            }
            return changes;
        } finally {
            lock.unlock();
        }
    }
}
