package app.maru.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.identity.Role;

/** Everybody who works at the desk, did, or is invited to. */
@Repository
class Staff {

    static final int SHOWN = 500;

    private static final String MEMBERS = """
        select p.id, p.name, p.email, p.status, s.role, s.version, s.demo, s.password_hash is not null or coalesce(invited.used, false) as has_come_in, last.at as last_sign_in, invited.until
        from staff s join profiles p on p.id = s.profile_id
        left join lateral (select created_at as at from auth_audit_logs where profile_id = p.id and event = 'login_success' order by created_at desc limit 1) last on true
        left join lateral (select case when consumed_at is null then expires_at end as until, consumed_at is not null as used from auth_invitations where profile_id = p.id order by id desc limit 1) invited on true
        where p.deleted_at is null
        """;

    private final JdbcClient database;

    Staff(JdbcClient database) {
        this.database = database;
    }

    /** All of them, those who may come in first, by their names. */
    List<Member> all() {
        return database.sql(MEMBERS + "order by array_position(array['active', 'invited', 'suspended', 'deactivated'], p.status), coalesce(nullif(p.name, ''), p.email), p.id limit " + SHOWN)
            .query(Staff::read).list();
    }

    /**
     * One of them.
     *
     * @throws NoSuchMember when there is none
     */
    Member member(UUID id) {
        return database.sql(MEMBERS + "and p.id = ?").param(id).query(Staff::read).optional().orElseThrow(() -> new NoSuchMember(id));
    }

    private static Member read(ResultSet row, int number) throws SQLException {
        return new Member(row.getObject("id", UUID.class), row.getString("name"), row.getString("email"), Role.named(row.getString("role")),
            Member.Standing.named(row.getString("status")), row.getInt("version"), row.getBoolean("demo"), row.getBoolean("has_come_in"),
            instant(row, "last_sign_in"), instant(row, "until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
