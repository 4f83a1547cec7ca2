package app.maru.passkeys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import app.maru.identity.Act;
import app.maru.identity.AuditLog;
import app.maru.identity.DeskAddress;
import app.maru.identity.Means;
import app.maru.identity.Person;
import app.maru.identity.SecondMeans;
import app.maru.mail.Letter;
import app.maru.mail.Outbox;
import app.maru.signin.Way;
import app.maru.signin.Ways;

/** The passkeys of people, for themselves to name and to remove; they are told by mail of each that is added or removed. */
@Repository
public class Passkeys implements SecondMeans {

    /** How many somebody may have. */
    public static final int MOST = 20;

    private static final Duration UNDONE_WITHIN = Duration.ofMinutes(15);
    private static final Duration LINK = Duration.ofDays(7);
    private static final String READ = "passkey_id, label, created_at, used_at, backup_state";

    private final JdbcClient database;
    private final Ceremonies ceremonies;
    private final Ways ways;
    private final Outbox outbox;
    private final DeskAddress desk;
    private final AuditLog log;
    private final Clock clock;

    Passkeys(JdbcClient database, Ceremonies ceremonies, Ways ways, Outbox outbox, DeskAddress desk, AuditLog log, Clock clock) {
        this.database = database;
        this.ceremonies = ceremonies;
        this.ways = ways;
        this.outbox = outbox;
        this.desk = desk;
        this.log = log;
        this.clock = clock;
    }

    /** What became of removing one. */
    enum Removal {
        REMOVED,
        /** They have none such. */
        NONE,
        /** They could not come in any more. */
        LAST_WAY_IN
    }

    /** Whether people may sign in by them, as the desk is now. */
    public boolean isOpen() {
        return ways.isOpen(Way.PASSKEY);
    }

    @Override
    public Means means() {
        return Means.PASSKEY;
    }

    @Override
    public boolean has(UUID person) {
        return database.sql("select exists (select from auth_passkeys where profile_id = ? and removed_at is null)").param(person).query(Boolean.class).single() && isOpen();
    }

    /** Those of this person, in the order in which they were added. */
    public List<Passkey> of(Person person) {
        return database.sql("select %s from auth_passkeys where profile_id = :person and removed_at is null order by id".formatted(READ))
            .param("person", person.id()).query(Passkeys::read).list();
    }

    /**
     * Keeps the key that a device has made for this person.
     *
     * @throws PasskeyRefused when its answer proves nothing, or they have too many
     */
    @Transactional
    void add(Person person, byte[] challenge, String answer, String label) {
        one(person);
        if (of(person).size() >= MOST) {
            throw new PasskeyRefused("They have too many", null);
        }
        ceremonies.add(person, challenge, answer, label);
        tell(person, "passkey_added", "passkey-added", label);
    }

    /** Calls one otherwise; empty when they have none such. */
    @Transactional
    Optional<Passkey> rename(Person person, UUID id, String label) {
        var before = find(person, id);
        before.filter(key -> !key.label().equals(label)).ifPresent(key -> {
            database.sql("update auth_passkeys set label = :label, version = version + 1, updated_at = now() where passkey_id = :id").param("label", label).param("id", id).update();
            log.write(Act.of("passkey_renamed", label).changing(Map.of("label", key.label()), Map.of("label", label)));
        });
        return before;
    }

    /** Lets nobody in by this one any more, unless it is the last way in of whose it is. */
    @Transactional
    Removal remove(Person person, UUID id) {
        one(person);
        var key = find(person, id);
        if (key.isEmpty()) {
            return Removal.NONE;
        }
        if (!ways.letIn(person) && of(person).size() == 1) {
            return Removal.LAST_WAY_IN;
        }
        var now = clock.instant();
        database.sql("delete from auth_passkeys where removed_at < ?").param(time(now.minus(UNDONE_WITHIN))).update();
        database.sql("update auth_passkeys set removed_at = :now, version = version + 1, updated_at = :now where passkey_id = :id").param("now", time(now)).param("id", id).update();
        tell(person, "passkey_removed", "passkey-removed", key.get().label());
        return Removal.REMOVED;
    }

    /** Takes back that one was removed, for a while. */
    @Transactional
    Optional<Passkey> restore(Person person, UUID id) {
        var restored = database.sql("""
                update auth_passkeys set removed_at = null, version = version + 1, updated_at = now()
                where profile_id = :person and passkey_id = :id and removed_at > :since returning %s""".formatted(READ))
            .param("person", person.id()).param("id", id).param("since", time(clock.instant().minus(UNDONE_WITHIN))).query(Passkeys::read).optional();
        restored.ifPresent(key -> tell(person, "passkey_restored", "passkey-added", key.label()));
        return restored;
    }

    private Optional<Passkey> find(Person person, UUID id) {
        return database.sql("select %s from auth_passkeys where profile_id = :person and passkey_id = :id and removed_at is null".formatted(READ))
            .param("person", person.id()).param("id", id).query(Passkeys::read).optional();
    }

    // who adds and removes at the same moment in two windows does so one after the other
    private void one(Person person) {
        database.sql("select from profiles where id = ? for no key update").param(person.id()).query(row -> { });
    }

    private void tell(Person person, String act, String letter, String label) {
        log.write(Act.of(act, label));
        if (Letter.canReach(person.email())) {
            outbox.post(Letter.toWhoever(person, LocaleContextHolder.getLocale(), letter).about(person.name(), label)
                .leadingTo(desk.of("/account#passkeys"), clock.instant().plus(LINK)));
        }
    }

    private static Passkey read(ResultSet row, int number) throws SQLException {
        var used = row.getObject("used_at", OffsetDateTime.class);
        return new Passkey(row.getObject("passkey_id", UUID.class), row.getString("label"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
            used == null ? null : used.toInstant(), row.getBoolean("backup_state"));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
