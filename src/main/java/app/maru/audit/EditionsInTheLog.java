package app.maru.audit;

import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import app.maru.identity.Act;
import app.maru.identity.AuditLog;
import app.maru.publishing.EditionCommitted;

/** Writes who put what before visitors: one row for each edition, in its transaction; which entries, the edition says for ever. */
@Component
class EditionsInTheLog {

    static final String TYPE = "editions";

    private final AuditLog log;

    EditionsInTheLog(AuditLog log) {
        this.log = log;
    }

    @EventListener
    void hear(EditionCommitted committed) {
        log.write(Act.of("edition_" + committed.action().key(), TYPE, id(committed.number()), String.valueOf(committed.number())), committed.author());
    }

    /** An edition's number in the place of an id. */
    static UUID id(long edition) {
        return new UUID(0, edition);
    }
}
