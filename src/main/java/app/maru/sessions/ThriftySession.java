package app.maru.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * A session that is written only when there is something to write: that it was used is, once a minute.
 *
 * @param <S> as the library has it
 */
final class ThriftySession<S extends Session> implements Session {

    static final Duration BETWEEN_USES = Duration.ofMinutes(1);

    /** What there is to write. */
    enum Change {
        NONE,
        /** That it was used, or that what it said has been read: the next request writes it as well. */
        PASSING,
        /** Something would be missing without it. */
        NEEDED
    }

    private final S kept;
    private final boolean passive;
    private boolean begins;
    private Change change;

    ThriftySession(S kept, boolean begins) {
        this(kept, begins, false);
    }

    private ThriftySession(S kept, boolean begins, boolean passive) {
        this.kept = kept;
        this.passive = passive;
        this.begins = begins;
        this.change = begins ? Change.NEEDED : Change.NONE;
    }

    /** One that is asked for by a page of itself, which nobody uses by that. */
    static <S extends Session> ThriftySession<S> passive(S kept) {
        return new ThriftySession<>(kept, false, true);
    }

    S kept() {
        return kept;
    }

    /** Whether it is written for the first time, which it is only once. */
    boolean takeBeginning() {
        boolean taken = begins;
        begins = false;
        return taken;
    }

    /** What there is to write, which counts as written from now on. */
    Change takeChange() {
        var taken = change;
        change = Change.NONE;
        return taken;
    }

    private void changes(Change how) {
        change = how.compareTo(change) > 0 ? how : change;
    }

    @Override
    public void setLastAccessedTime(Instant now) {
        if (!passive && !now.isBefore(kept.getLastAccessedTime().plus(BETWEEN_USES))) {
            kept.setLastAccessedTime(now);
            changes(Change.PASSING);
        }
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        kept.setAttribute(name, value);
        changes(value == null ? Change.PASSING : Change.NEEDED);
    }

    @Override
    public void removeAttribute(String name) {
        kept.removeAttribute(name);
        changes(Change.PASSING);
    }

    @Override
    public String changeSessionId() {
        changes(Change.NEEDED);
        return kept.changeSessionId();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        kept.setMaxInactiveInterval(interval);
        changes(Change.NEEDED);
    }

    @Override
    public String getId() {
        return kept.getId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return kept.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return kept.getAttributeNames();
    }

    @Override
    public Instant getCreationTime() {
        return kept.getCreationTime();
    }

    @Override
    public Instant getLastAccessedTime() {
        return kept.getLastAccessedTime();
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return kept.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return kept.isExpired();
    }
}
