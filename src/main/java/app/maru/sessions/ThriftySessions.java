package app.maru.sessions;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sessions as requests have them: one statement reads one, and most requests write none. Who signs in takes out what has
 * ended, so that no thread has to look for it.
 *
 * @param <S> as the library has it
 */
final class ThriftySessions<S extends Session> implements SessionRepository<ThriftySession<S>> {

    private final SessionRepository<S> store;
    private final Consumer<Session> begun;
    private final TransactionTemplate transaction;

    ThriftySessions(SessionRepository<S> store, Consumer<Session> begun, TransactionTemplate transaction) {
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
        var found = SessionIds.isPossible(id) ? store.findById(id) : null;
        return found == null ? null : new ThriftySession<>(found, false);
    }

    @Override
    public void save(ThriftySession<S> session) {
        if (session.takeChange()) {
            boolean begins = session.takeBeginning();
            transaction.executeWithoutResult(status -> {
                store.save(session.kept());
                if (begins) {
                    begun.accept(session);
                }
            });
        }
    }

    @Override
    public void deleteById(String id) {
        if (SessionIds.isPossible(id)) {
            store.deleteById(id);
        }
    }
}
