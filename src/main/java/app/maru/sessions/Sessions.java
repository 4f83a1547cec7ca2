package app.maru.sessions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import app.maru.identity.Act;
import app.maru.identity.AuditLog;
import app.maru.identity.PasswordChanged;
import app.maru.identity.Person;

/** Where people are signed in, for themselves to see and to end. */
@Repository
public class Sessions {

    private static final String OWN = "secret_hash = encode(sha256(convert_to(:own, 'UTF8')), 'hex')";

    private final JdbcClient database;
    private final AuditLog log;

    Sessions(JdbcClient database, AuditLog log) {
        this.database = database;
        this.log = log;
    }

    /** Everywhere this person is signed in: here first, then where they were last. */
    public List<OpenSession> of(Person person, HttpServletRequest request) {
        return database.sql("""
                select session_id, host(ip_address) as address, user_agent, begun_at, used_at, %s as current
                from auth_sessions where profile_id = :person and ends_at > now() order by current desc, used_at desc, id desc limit 200""".formatted(OWN))
            .param("person", person.id()).param("own", own(request)).query(Sessions::read).list();
    }

    /** Signs this person out there, if they are signed in there; the one that has ended. */
    @Transactional
    public Optional<OpenSession> end(UUID session, Person person, HttpServletRequest request) {
        var ended = database.sql("""
                delete from auth_sessions where profile_id = :person and session_id = :session
                returning session_id, host(ip_address) as address, user_agent, begun_at, used_at, %s as current""".formatted(OWN))
            .param("person", person.id()).param("session", session).param("own", own(request)).query(Sessions::read).optional();
        ended.ifPresent(one -> log.write(Act.of("session_ended", one.device().name())));
        return ended;
    }

    /** Signs this person out everywhere but here; how often they were signed in. */
    @Transactional
    public int endOthers(Person person, HttpServletRequest request) {
        int ended = endAllBut(own(request), person.id());
        if (ended > 0) {
            log.write(Act.of("sessions_ended", String.valueOf(ended)));
        }
        return ended;
    }

    /** Whoever knew the old password is out, except where the new one was chosen. */
    @EventListener
    void endAllBut(PasswordChanged password) {
        endAllBut(password.session() == null ? "" : password.session(), password.person());
    }

    private int endAllBut(String own, UUID person) {
        return database.sql("delete from auth_sessions where profile_id = :person and not " + OWN).param("person", person).param("own", own).update();
    }

    /** How many there are now, of all people and at all nodes. */
    public int count() {
        return database.sql("select count(*) from auth_sessions where ends_at > now()").query(Integer.class).single();
    }

    private static String own(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? "" : session.getId();
    }

    private static OpenSession read(ResultSet row, int number) throws SQLException {
        return new OpenSession(row.getObject("session_id", UUID.class), Device.of(row.getString("user_agent")), row.getString("address"),
            instant(row, "begun_at"), instant(row, "used_at"), row.getBoolean("current"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
