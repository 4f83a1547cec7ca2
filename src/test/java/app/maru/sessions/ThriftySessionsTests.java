package app.maru.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionOperations;

class ThriftySessionsTests {

    private final ThriftySessions<MapSession> sessions = new ThriftySessions<>(new DatabaseAway(), begun -> { }, TransactionOperations.withoutTransaction());
    private final ThriftySession<MapSession> session = new ThriftySession<>(new MapSession(), false);

    @Test
    void aPageIsAnsweredThoughItCannotBeWrittenThatItsSessionWasUsed() {
        session.removeAttribute("toast");
        session.setLastAccessedTime(Instant.now().plusSeconds(3600));

        assertThatCode(() -> sessions.save(session)).doesNotThrowAnyException();
    }

    @Test
    void aPageThatAsksByItselfDoesNotUseTheSession() {
        var later = Instant.now().plusSeconds(3600);
        var passive = ThriftySession.passive(new MapSession());
        passive.setLastAccessedTime(later);
        session.setLastAccessedTime(later);

        assertThat(passive.takeChange()).isEqualTo(ThriftySession.Change.NONE);
        assertThat(session.takeChange()).isEqualTo(ThriftySession.Change.PASSING);
    }

    @Test
    void whatTheNextPageIsToSayMustBeWritten() {
        session.setAttribute("toast", "Saved");
        assertThatThrownBy(() -> sessions.save(session)).isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void whoSignsInMustBeWritten() {
        session.changeSessionId();
        assertThatThrownBy(() -> sessions.save(session)).isInstanceOf(DataAccessResourceFailureException.class);
        assertThatThrownBy(() -> sessions.save(sessions.createSession())).isInstanceOf(DataAccessResourceFailureException.class);
    }

    private static final class DatabaseAway implements SessionRepository<MapSession> {

        @Override
        public MapSession createSession() {
            return new MapSession();
        }

        @Override
        public void save(MapSession session) {
            throw new DataAccessResourceFailureException("The connection is lost");
        }

        @Override
        public MapSession findById(String id) {
            return new MapSession(id);
        }

        @Override
        public void deleteById(String id) {
            throw new DataAccessResourceFailureException("The connection is lost");
        }
    }
}
