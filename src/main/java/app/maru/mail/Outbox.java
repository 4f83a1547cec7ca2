package app.maru.mail;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be sent: a letter is there with the transaction that posts it, or not at all. */
@Repository
public class Outbox {

    static final int PAGE = 50;

    private static final int LONGEST_ERROR = 500;

    private final JdbcClient database;
    private final Clock clock;

    Outbox(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Has a letter sent, if what happens now is committed. */
    public void post(Letter letter) {
        post(letter, true);
    }

    /**
     * Has a letter sent, or does the same work and none is: whoever measures how long it takes does not learn which.
     *
     * @param really whether it is sent
     */
    public void post(Letter letter, boolean really) {
        database.sql("""
                insert into mail_outbox (profile_id, recipient, kind, locale, arguments, link, code, good_until, next_attempt_at, created_at)
                select cast(:person as uuid), :recipient, :kind, :locale, :about, :link, :code, :until, :now, :now where :really""")
            .param("person", letter.person()).param("recipient", letter.recipient()).param("kind", letter.kind())
            .param("locale", letter.language().getLanguage().equals("ko") ? "ko" : "en").param("about", letter.about().toArray(String[]::new))
            .param("link", letter.link(), Types.VARCHAR).param("code", letter.code(), Types.VARCHAR).param("until", time(letter.goodUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("now", time(clock.instant())).param("really", really).update();
    }

    /** The mail that has waited longest of those whose time has come and that nobody else is sending; nobody else gets it before this transaction ends. */
    Optional<Mail> nextDue() {
        return database.sql("select * from mail_outbox where state = 'waiting' and next_attempt_at <= :now order by next_attempt_at, id limit 1 for update skip locked")
            .param("now", time(clock.instant())).query(Outbox::read).optional();
    }

    void sent(Mail mail) {
        database.sql("update mail_outbox set state = 'sent', sent_at = :now, error = '', link = null, code = null, attempt_count = attempt_count + 1, updated_at = :now where mail_id = :id")
            .param("now", time(clock.instant())).param("id", mail.id()).update();
    }

    void tryAgain(Mail mail, Duration pause, String error) {
        database.sql("update mail_outbox set next_attempt_at = :at, error = :error, attempt_count = attempt_count + 1, updated_at = :now where mail_id = :id")
            .param("at", time(clock.instant().plus(pause))).param("error", storable(error)).param("now", time(clock.instant())).param("id", mail.id()).update();
    }

    void giveUp(Mail mail, String error) {
        database.sql("update mail_outbox set state = 'failed', failed_at = :now, error = :error, attempt_count = attempt_count + 1, updated_at = :now where mail_id = :id")
            .param("error", storable(error)).param("now", time(clock.instant())).param("id", mail.id()).update();
    }

    /** Has it tried at once; false when it has gone, or is too late. */
    boolean retry(UUID id) {
        return database.sql("""
                update mail_outbox set state = 'waiting', next_attempt_at = :now, attempt_count = 0, failed_at = null, updated_at = :now
                where mail_id = :id and state <> 'sent' and (good_until is null or good_until > :now)""")
            .param("now", time(clock.instant())).param("id", id).update() == 1;
    }

    /** Forgets links and codes that no longer hold: what still waited with one has failed. */
    void forgetSecrets(String error) {
        database.sql("""
                update mail_outbox set link = null, code = null, failed_at = coalesce(failed_at, :now), error = case state when 'waiting' then :error else error end,
                  state = 'failed', updated_at = :now
                where state <> 'sent' and good_until <= :now and (state = 'waiting' or link is not null or code is not null)""")
            .param("now", time(clock.instant())).param("error", error).update();
    }

    void sweep(Duration kept) {
        database.sql("delete from mail_outbox where state <> 'waiting' and created_at < :before").param("before", time(clock.instant().minus(kept))).update();
    }

    /**
     * A mail that could not be sent.
     *
     * @param nameKey the message key of what it is called
     */
    public record Failure(String nameKey, String recipient, Instant at) {}

    /** What could not be sent, the newest first. */
    public List<Failure> failures(int most) {
        return database.sql("select * from mail_outbox where state = 'failed' order by id desc limit ?").param(most).query(Outbox::read).list().stream()
            .map(mail -> new Failure("mail.letter." + mail.letter().kind() + ".name", mail.letter().recipient(), mail.postedAt())).toList();
    }

    /** A page of all, the newest first, and one more if there are older ones. */
    List<Mail> page(Mail.@Nullable State state, @Nullable UUID after) {
        return database.sql("""
                select * from mail_outbox where (cast(:state as text) is null or state = :state)
                  and (cast(:after as uuid) is null or id < (select id from mail_outbox where mail_id = :after)) order by id desc limit :most""")
            .param("state", state == null ? null : state.key(), Types.VARCHAR).param("after", after, Types.OTHER).param("most", PAGE + 1).query(Outbox::read).list();
    }

    /** What waits and still holds, the newest first. */
    List<Mail> waiting(int most) {
        return database.sql("select * from mail_outbox where state = 'waiting' and (good_until is null or good_until > :now) order by id desc limit :most")
            .param("now", time(clock.instant())).param("most", most).query(Outbox::read).list();
    }

    private static Mail read(ResultSet row, int number) throws SQLException {
        var letter = new Letter(row.getString("recipient"), Locale.of(row.getString("locale")), row.getString("kind"), row.getObject("profile_id", UUID.class),
            about(row.getArray("arguments")), row.getString("link"), row.getString("code"), instant(row, "good_until"));
        return new Mail(row.getObject("mail_id", UUID.class), letter, Mail.State.named(row.getString("state")), row.getInt("attempt_count"),
            row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getObject("next_attempt_at", OffsetDateTime.class).toInstant(), instant(row, "sent_at"), row.getString("error"));
    }

    private static List<String> about(Array arguments) throws SQLException {
        return List.of((String[]) arguments.getArray());
    }

    private static String storable(String error) {
        var line = error.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_ERROR));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
