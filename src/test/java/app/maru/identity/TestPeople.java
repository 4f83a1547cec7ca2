package app.maru.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** One person of each role, for the tests of every room. */
public final class TestPeople {

    public static final Person VIEWER = person("00000000-0000-4000-8000-000000000001", "오하린", Role.VIEWER);
    public static final Person AUTHOR = person("00000000-0000-4000-8000-000000000002", "정도윤", Role.AUTHOR);
    public static final Person EDITOR = person("00000000-0000-4000-8000-000000000003", "박서연", Role.EDITOR);
    public static final Person ADMIN = person("00000000-0000-4000-8000-000000000004", "김민준", Role.ADMIN);

    /** The password of everybody here. */
    public static final String PASSWORD = DemoStaff.PASSWORD;

    private TestPeople() {
    }

    public static Person of(Role role) {
        return List.of(VIEWER, AUTHOR, EDITOR, ADMIN).get(role.ordinal());
    }

    /** Takes somebody of their own into the staff, who belongs to one test; their address. */
    public static String join(JdbcClient database, Role role, boolean demo) {
        return database.sql("""
                with person as (insert into profiles (email, name, joined_at) values (gen_random_uuid() || '@maru.example', '한지우', now()) returning id, email),
                staff as (insert into staff (profile_id, role, password_hash, demo) select person.id, known.role, known.password_hash, :demo
                  from person, staff known join profiles on profiles.id = known.profile_id where profiles.email = :role || '@maru.example' returning id)
                select email from person, staff""")
            .param("role", role.wireName()).param("demo", demo).query(String.class).single();
    }

    /** For MockMvc: {@code mvc.perform(get("/billing/products").with(signedIn(EDITOR)))}. */
    public static RequestPostProcessor signedIn(Person person) {
        return authentication(authenticated(person));
    }

    public static Authentication authenticated(Person person) {
        return SignedIn.authenticated(person, Proofs.NONE.with(Means.PASSWORD, Instant.now()));
    }

    private static Person person(String id, String name, Role role) {
        return new Person(UUID.fromString(id), name, role.wireName() + "@maru.example", role, Locale.ENGLISH, null,
            ZoneId.of("Asia/Seoul"));
    }
}
