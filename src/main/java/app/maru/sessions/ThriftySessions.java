package app.maru.sessions;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import app.maru.identity.Secret;
import app.maru.sessions.ThriftySession.Change;

/**
 * The sessions as requests have them: one statement reads one, and most requests write none. Who signs in takes out what has
 * ended, so that no thread has to look for it.
 *
 * @param <S> as the library has it
 */
final class ThriftySessions<S extends Session> implements SessionRepository<ThriftySession<S>> {

    private static final String PASSIVE = "Maru-Passive";
    private static final Logger LOG = LoggerFactory.getLogger(ThriftySessions.class);

    private final SessionRepository<S> store;
    private final Consumer<Session> begun;
    private final TransactionOperations transaction;

    ThriftySessions(SessionRepository<S> store, Consumer<Session> begun, TransactionOperations transaction) {
        this.store = store;
        this.begun = begun;
        this.transaction = transaction;
    }

    @Override
    public ThriftySession<S> createSession() {
        return new ThriftySession<>(store.createSession(), true);
    }

    @Override
    public @Nullable ThriftySession<S> findById(String id) {
        var found = Secret.isPossible(id) ? store.findById(id) : null;
        return found == null ? null : isPassive() ? ThriftySession.passive(found) : new ThriftySession<>(found, false);
    }

    /** Whether a page asks by itself, as it does again and again while it is open: that keeps nobody signed in. */
    private static boolean isPassive() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes && attributes.getRequest().getHeader(PASSIVE) != null;
    }

    /** A long page is on its way already when its session is written: it comes whole also where the database fails just then. */
    @Override
    public void save(ThriftySession<S> session) {
        var change = session.takeChange();
        if (change != Change.NONE) {
            try {
                write(session, session.takeBeginning());
            } catch (DataAccessException | TransactionException e) {
                if (change == Change.NEEDED) {
                    throw e;
                }
                LOG.warn("That a session was used is not written, but will be with its next request: {}", e.getMessage());
            }
        }
    }

    private void write(ThriftySession<S> session, boolean begins) {
        transaction.executeWithoutResult(status -> {
            store.save(session.kept());
            if (begins) {
                begun.accept(session);
            }
        });
    }

    @Override
    public void deleteById(String id) {
        if (Secret.isPossible(id)) {
            store.deleteById(id);
        }
    }
}
