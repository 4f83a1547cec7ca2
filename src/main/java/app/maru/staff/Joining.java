package app.maru.staff;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import app.maru.identity.Act;
import app.maru.identity.AuditLog;
import app.maru.identity.Credentials;
import app.maru.identity.Person;

/** Lets in whoever was invited. */
@Component
public class Joining {

    private final JdbcClient database;
    private final Staff staff;
    private final Invitations invitations;
    private final Credentials credentials;
    private final AuditLog log;

    Joining(JdbcClient database, Staff staff, Invitations invitations, Credentials credentials, AuditLog log) {
        this.database = database;
        this.staff = staff;
        this.invitations = invitations;
        this.credentials = credentials;
        this.log = log;
    }

    /** Whom the link invites, while it holds. */
    Optional<Member> invited(String token) {
        return invitations.invited(token).map(staff::member);
    }

    /** Takes in, once, whoever is invited at this address, which somebody else has verified; they sign in by what verified it. */
    @Transactional
    public Optional<Person> accept(String verifiedAddress) {
        return invitations.consumeOf(verifiedAddress).flatMap(id -> {
            var name = database.sql("""
                    update profiles set status = 'active', joined_at = coalesce(joined_at, now()), version = version + 1, updated_at = now()
                    where id = :id returning coalesce(nullif(name, ''), email)""").param("id", id).query(String.class).single();
            log.write(Act.of("invitation_accepted", "staff", id, name), id);
            return credentials.with(id);
        });
    }

    /** Takes them in with this name and password, once. */
    @Transactional
    Optional<Person> accept(String token, String name, String password) {
        return invitations.consume(token).flatMap(id -> {
            var email = database.sql("""
                    update profiles set status = 'active', name = :name, joined_at = coalesce(joined_at, now()), version = version + 1, updated_at = now()
                    where id = :id returning email""").param("name", name).param("id", id).query(String.class).single();
            var person = credentials.at(email);
            person.ifPresent(known -> {
                credentials.replacePassword(known, password);
                log.write(Act.of("invitation_accepted", "staff", id, name), id);
            });
            return person;
        });
    }
}
