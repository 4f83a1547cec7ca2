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

    private final S kept;
    private boolean begins;
    private boolean changed;

    ThriftySession(S kept, boolean begins) {
        this.kept = kept;
        this.begins = begins;
        this.changed = begins;
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

    /** Whether there is something to write, which counts as written from now on. */
    boolean takeChange() {
        boolean taken = changed;
        changed = false;
        return taken;
    }

    @Override
    public void setLastAccessedTime(Instant now) {
        if (!now.isBefore(kept.getLastAccessedTime().plus(BETWEEN_USES))) {
            kept.setLastAccessedTime(now);
            changed = true;
        }
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        kept.setAttribute(name, value);
        changed = true;
    }

    @Override
    public void removeAttribute(String name) {
        kept.removeAttribute(name);
        changed = true;
    }

    @Override
    public String changeSessionId() {
        changed = true;
        return kept.changeSessionId();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        kept.setMaxInactiveInterval(interval);
        changed = true;
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
