package app.maru.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The staff: who may sign in, and how they like their desk. */
@Repository
class Accounts {

    static final Set<String> LANGUAGES = Set.of("en", "ko");
    static final int LONGEST_EMAIL = 320;

    private static final String ACTIVE = """
        select a.*, s.password_hash from active_staff a join staff s on s.profile_id = a.id
        """;

    // what only looks like somebody's address, or becomes it when letters are made small, is nobody's
    private static final Pattern PLAIN = Pattern.compile("[!-~]{1,%d}".formatted(LONGEST_EMAIL));

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether somebody who signs in can have that address. */
    static boolean isPossible(String email) {
        return PLAIN.matcher(email).matches();
    }

    Optional<Account> at(String email) {
        return jdbc.sql(ACTIVE + "where lower(a.email) = lower(:email)").param("email", email).query(Accounts::account).optional();
    }

    Optional<Account> with(UUID id) {
        return jdbc.sql(ACTIVE + "where a.id = :id").param("id", id).query(Accounts::account).optional();
    }

    boolean hasAdmin() {
        return jdbc.sql("select exists (select from staff where role = 'admin' and not demo)").query(Boolean.class).single();
    }

    /** Adds this person to the staff, or gives one who is already known the role and the password. */
    UUID add(String email, String name, Role role, String passwordHash, boolean demo) {
        return jdbc.sql("""
                with person as (
                  insert into profiles (email, name, joined_at) values (:email, :name, now())
                  on conflict (lower(email)) do update set name = excluded.name, status = 'active', deleted_at = null, updated_at = now()
                  returning id)
                insert into staff (profile_id, role, password_hash, demo) select id, :role, :hash, :demo from person
                on conflict (profile_id) do update set role = excluded.role, password_hash = excluded.password_hash,
                  demo = excluded.demo, version = staff.version + 1, updated_at = now()
                returning profile_id""")
            .param("email", email).param("name", name).param("role", role.wireName()).param("hash", passwordHash)
            .param("demo", demo)
            .query(UUID.class).single();
    }

    void prefer(Person person) {
        jdbc.sql("""
                with zone as (update profiles set timezone = :zone, updated_at = now() where id = :person and timezone <> :zone)
                update staff set locale = :locale, theme = :theme, updated_at = now() where profile_id = :person""")
            .param("locale", person.locale() == null ? null : person.locale().getLanguage()).param("theme", person.theme())
            .param("zone", person.zone().getId()).param("person", person.id()).update();
    }

    void setPassword(UUID person, String hash) {
        jdbc.sql("update staff set password_hash = :hash, version = version + 1, updated_at = now() where profile_id = :person")
            .param("hash", hash).param("person", person).update();
    }

    /** Whether a single factor does not let this person in. */
    boolean provesTwice(UUID person) {
        return jdbc.sql("select proves_twice from active_staff where id = ?").param(person).query(Boolean.class).optional().orElse(false);
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var person = Person.of(row.getObject("id", UUID.class), row.getString("name"), row.getString("email"), row.getString("role"),
            row.getString("locale"), row.getString("theme"), row.getString("timezone"));
        return new Account(person, row.getString("password_hash"), row.getBoolean("demo"));
    }
}
