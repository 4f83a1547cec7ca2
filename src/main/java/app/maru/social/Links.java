package app.maru.social;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import app.maru.identity.Act;
import app.maru.identity.AuditLog;
import app.maru.identity.Person;

/** Which accounts elsewhere are whose. One from before somebody was invited again holds no more: another may have their address now. */
@Repository
public class Links {

    private static final String HOLDS = "not exists (select from auth_invitations i where i.profile_id = l.profile_id and i.created_at > l.created_at)";

    private final JdbcClient database;
    private final AuditLog log;
    private final Clock clock;

    Links(JdbcClient database, AuditLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /**
     * An account elsewhere by which somebody signs in.
     *
     * @param email what it was called when it was linked; may be empty
     */
    public record Link(UUID id, String provider, String email, Instant madeAt, Instant usedAt) {}

    /** Those of this person. */
    public List<Link> of(Person person) {
        return database.sql("select link_id, provider, email, created_at, last_used_at from auth_social_links l where profile_id = ? and %s order by provider, id".formatted(HOLDS))
            .param(person.id()).query(Links::read).list();
    }

    /** Ends one of theirs, which then has to prove its address again. */
    @Transactional
    public Optional<Link> end(UUID link, Person person) {
        var ended = database.sql("delete from auth_social_links where profile_id = ? and link_id = ? returning link_id, provider, email, created_at, last_used_at")
            .param(person.id()).param(link).query(Links::read).optional();
        ended.flatMap(one -> Provider.named(one.provider())).ifPresent(provider -> log.write(Act.of("social_unlinked", provider.title())));
        return ended;
    }

    /** Whose account that is, as it is used now. */
    Optional<UUID> use(Vouched vouched) {
        return database.sql("""
                update auth_social_links l set last_used_at = :now, updated_at = :now
                where provider = :provider and client_id = :client and subject = :subject and %s returning profile_id""".formatted(HOLDS))
            .param("now", now()).param("provider", vouched.provider().key()).param("client", vouched.clientId()).param("subject", vouched.subject()).query(UUID.class).optional();
    }

    /** Links it with this person; false when another account of the same provider is theirs. */
    boolean make(Vouched vouched, UUID person) {
        database.sql("delete from auth_social_links l where (profile_id = :person or subject = :subject) and provider = :provider and client_id = :client and not %s".formatted(HOLDS))
            .param("person", person).param("subject", vouched.subject()).param("provider", vouched.provider().key()).param("client", vouched.clientId()).update();
        return database.sql("""
                insert into auth_social_links (profile_id, provider, client_id, subject, email, last_used_at, created_at)
                values (:person, :provider, :client, :subject, :email, :now, :now) on conflict do nothing""")
            .param("person", person).param("provider", vouched.provider().key()).param("client", vouched.clientId()).param("subject", vouched.subject())
            .param("email", vouched.email()).param("now", now()).update() == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Link read(ResultSet row, int number) throws SQLException {
        return new Link(row.getObject("link_id", UUID.class), row.getString("provider"), row.getString("email"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
            row.getObject("last_used_at", OffsetDateTime.class).toInstant());
    }
}
