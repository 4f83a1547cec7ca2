package app.maru.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.identity.DeskBrowser;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Role;
import app.maru.identity.TestPeople;

/** Whoever is erased is found nowhere any more, and the log can still be verified. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class ErasedPeopleTests {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private DataSource source;
    private DeskBrowser admin;

    @BeforeEach
    void anAdmin() {
        database.sql("delete from auth_limits").update();
        admin = DeskBrowser.signedIn(port, Role.ADMIN);
    }

    @Test
    void aColleagueIsFoundNowhereAndTheChainHolds() throws SQLException {
        var email = TestPeople.join(database, Role.EDITOR, false);
        var id = id(email);
        var name = "정해솔" + id.toString().substring(0, 8);
        database.sql("update profiles set name = ?, company = 'Haesol' where id = ?").param(name).param(id).update();
        var colleague = DeskBrowser.at(port);
        colleague.signIn(email, "wrong");
        colleague.signIn(email, TestPeople.PASSWORD);
        colleague.get("/tasks/new");
        assertThat(colleague.post("/tasks", Map.of("title", "Call the printer", "priority", "medium", "assignee", id.toString())).status()).isEqualTo(302);
        admin.get("/staff/" + id);
        admin.post("/staff/" + id + "/role", Map.of("_method", "put", "version", "0", "role", "author"));
        database.sql("insert into mail_outbox (recipient, kind, locale, next_attempt_at) values (upper(?), 'test', 'en', now())").param(email).update();
        database.sql("insert into auth_audit_logs (event) values ('login_failure')").update(); // somebody who was nobody yet
        database.sql("insert into auth_audit_personal (log_id, salt, email) select log_id, 'x', upper(?) from auth_audit_logs order by id desc limit 1").param(email).update();
        var noted = sealed();

        assertThat(admin.get("/profiles/" + id + "/personal-data").text()).contains("Former colleague " + mark(id), "Places where they are signed in: 1", "What stays, and why", "Tasks: 1");
        assertThat(erase(id, "somebody@else.example").text()).contains("the address that you typed is another");
        assertThat(found(email)).isNotEmpty();
        assertThat(erase(id, " " + email.toUpperCase()).location()).isEqualTo("/profiles");

        assertThat(found(email)).isEmpty();
        assertThat(found(name)).isEmpty();
        assertThat(colleague.get("/").location()).as("signed out").isEqualTo("/sign-in");
        assertThat(colleague.signIn(email, TestPeople.PASSWORD).status()).isEqualTo(422);
        assertThat(database.sql("select p.name from admin_tasks t join profiles p on p.id = t.created_by where t.title = 'Call the printer' and t.assignee_profile_id is null").query(String.class).list())
            .containsExactly("Former colleague " + mark(id));
        assertThat(database.sql("select event from auth_audit_logs where subject_id = ?").param(id).query(String.class).list()).contains("role_changed", "person_erased");
        assertThat(admin.get("/audit?about=/profiles/" + id).text()).contains("Former colleague " + mark(id), "Person erased");
        sealed();
        try (var connection = source.getConnection()) {
            var verdict = new Verification(connection, noted).verdict();
            assertThat(verdict.broken()).isNull();
            assertThat(verdict.erased()).isPositive();
        }
        assertThat(admin.get("/profiles/" + id + "/personal-data").status()).isEqualTo(404);
    }

    @Test
    void aCustomerGoesAndTheInvoicesThatTheLawKeepsStay() {
        var id = database.sql("select p.id from profiles p join profile_invoices i on i.profile_id = p.id where p.erased_at is null limit 1").query(UUID.class).single();
        var email = database.sql("select email from profiles where id = ?").param(id).query(String.class).single();
        int invoices = database.sql("select count(*) from profile_invoices where profile_id = ?").param(id).query(Integer.class).single();

        assertThat(admin.get("/profiles/" + id + "/personal-data").text()).contains("Invoices: " + invoices, "The law demands that they are kept", "Former customer " + mark(id));
        assertThat(erase(id, email).location()).isEqualTo("/profiles");

        assertThat(found(email)).isEmpty();
        assertThat(database.sql("select count(*) from profile_invoices where profile_id = ?").param(id).query(Integer.class).single()).isEqualTo(invoices).isPositive();
        assertThat(database.sql("select count(*) from profile_payment_methods where profile_id = ?").param(id).query(Integer.class).single()).isZero();
    }

    @Test
    void theLastAdminAndOneselfStayAsTheyAre() {
        var email = TestPeople.join(database, Role.ADMIN, false);
        var id = id(email);
        database.sql("update staff set role = 'editor', version = version + 1 where role = 'admin' and not demo and profile_id <> ?").param(id).update();
        admin.get("/profiles/" + id + "/personal-data");
        assertThat(erase(id, email).text()).contains("nobody would be left as an admin");
        assertThat(database.sql("select name from profiles where id = ?").param(id).query(String.class).single()).isEqualTo("한지우");
        assertThat(database.sql("select count(*) from staff where profile_id = ?").param(id).query(Integer.class).single()).as("all of it or nothing").isOne();
        database.sql("update staff set demo = true where profile_id = ?").param(id).update();

        var self = id("admin@maru.example");
        assertThat(admin.get("/profiles/" + self + "/personal-data").text()).contains("Nobody erases themselves.").doesNotContain("Erase for good");
        assertThat(erase(self, "admin@maru.example").text()).contains("Nobody erases themselves.");
    }

    private Page erase(UUID id, String typed) {
        return admin.post("/profiles/" + id + "/personal-data", Map.of("_method", "delete", "email", typed));
    }

    /** Every table in which a row says this, however it is written. */
    private List<String> found(String text) {
        return database.sql("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'").query(String.class).list().stream()
            .filter(table -> database.sql("select exists (select from %s t where position(lower(:text) in lower(t::text)) > 0)".formatted(table)).param("text", text).query(Boolean.class).single())
            .toList();
    }

    private Link sealed() {
        var sealing = new Sealing(database);
        while (sealing.seal() > 0) {
            assertThat(database.sql("select count(*) from auth_audit_chain").query(Integer.class).single()).isPositive();
        }
        return sealing.newest();
    }

    private static String mark(UUID id) {
        return id.toString().substring(32).toUpperCase();
    }

    private UUID id(String email) {
        return database.sql("select id from profiles where email = ?").param(email).query(UUID.class).single();
    }
}
