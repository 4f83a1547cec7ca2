package app.maru.privacy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import app.maru.identity.Act;
import app.maru.identity.AuditLog;
import app.maru.identity.Holding;
import app.maru.identity.Holding.Fate;
import app.maru.identity.Person;

/** Erases a person in one transaction: what goes is gone, and what stays is under a name that tells nothing. */
@Component
class Erasing {

    private static final String KEEPS_AN_ADMIN = "somebody must remain an admin";

    private final Subjects subjects;
    private final MessageSource messages;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Erasing(Subjects subjects, MessageSource messages, AuditLog log, TransactionTemplate transaction, Clock clock) {
        this.subjects = subjects;
        this.messages = messages;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of it; somebody is erased only when it says so. */
    enum Outcome {
        ERASED,
        /** The address that was typed is another. */
        NOT_CONFIRMED,
        /** Nobody would be left to do this. */
        LAST_ADMIN,
        /** One does not do that to oneself. */
        ONESELF;

        /** The name in message keys. */
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The name that will stand for somebody. */
    String pseudonym(Subject subject) {
        return Objects.requireNonNull(messages.getMessage(subject.staff() ? "privacy.pseudonym.staff" : "privacy.pseudonym.customer", new Object[] {subject.mark()}, LocaleContextHolder.getLocale()));
    }

    /** Erases somebody whose address was typed. */
    Outcome erase(Subject subject, String typed, Person by) {
        if (subject.id().equals(by.id())) {
            return Outcome.ONESELF;
        }
        if (!subject.email().equalsIgnoreCase(typed.strip())) {
            return Outcome.NOT_CONFIRMED;
        }
        try {
            transaction.executeWithoutResult(status -> erase(subject));
            return Outcome.ERASED;
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMessage()).contains(KEEPS_AN_ADMIN)) {
                return Outcome.LAST_ADMIN;
            }
            throw e;
        }
    }

    private void erase(Subject subject) {
        var pseudonym = pseudonym(subject);
        subjects.on("select from profiles where id = :person for update", subject).query(row -> { });
        subjects.holdings().stream().filter(holding -> holding.fate() == Fate.RELEASED).forEach(holding -> release(holding, subject));
        subjects.holdings().stream().filter(holding -> holding.fate() == Fate.ERASED).forEach(holding ->
            subjects.on("delete from %s where %s".formatted(holding.table(), holding.condition()), subject).update());
        subjects.on("""
                update profiles set name = :name, email = id || '@erased.invalid', slug = null, role = '', company = '', avatar_url = '', bio = '', preferences = '{}', metadata = '{}',
                  timezone = default, joined_at = null, status = 'deactivated', deleted_at = :now, erased_at = :now, version = version + 1, updated_at = :now where id = :person""", subject)
            .param("name", pseudonym).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        log.write(Act.of("person_erased", "profiles", subject.id(), pseudonym));
    }

    private void release(Holding holding, Subject subject) {
        subjects.on("update %s set %s = null, updated_at = now() where %s".formatted(holding.table(), holding.column(), holding.condition()), subject).update();
    }
}
