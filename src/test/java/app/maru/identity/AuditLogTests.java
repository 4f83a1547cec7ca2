package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class AuditLogTests {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private AuditLog log;

    @Test
    void everyAttemptAndEverySignOutIsLogged() {
        var browser = DeskBrowser.at(port).sending("User-Agent", "a-browser-of-its-own");
        browser.signIn("editor@maru.example", "wrong");
        browser.signIn("nobody@maru.example", "wrong");
        browser.signIn("editor@maru.example", DemoStaff.PASSWORD);
        browser.get("/refused");
        browser.post("/sign-out", Map.of());

        assertThat(eventsOf("a-browser-of-its-own")).containsExactly(
            "login_failure editor@maru.example known", "login_failure nobody@maru.example unknown",
            "login_success editor@maru.example known", "logout editor@maru.example known");
    }

    @Test
    void whatIsPersonalIsNotInTheLogButProvenByIt() {
        log.record(AuditEvent.LOGIN_FAILURE, null, "Park@Maru.Example", new Origin("::1", "proof"));

        assertThat(jdbc.sql("""
                select l.ip_address is null and l.user_agent is null and l.location is null and l.personal_hash =
                  encode(sha256(convert_to(jsonb_build_array(p.salt, p.email, host(p.ip_address), p.user_agent, p.location)::text, 'UTF8')), 'hex')
                from auth_audit_logs l join auth_audit_personal p using (log_id) where p.user_agent = 'proof'""")
            .query(Boolean.class).single()).isTrue();
    }

    @Test
    void equalValuesDoNotHaveEqualHashes() {
        log.record(AuditEvent.LOGOUT, null, "same", new Origin("127.0.0.1", "equal"));
        log.record(AuditEvent.LOGOUT, null, "same", new Origin("127.0.0.1", "equal"));

        assertThat(jdbc.sql("select count(distinct personal_hash) from auth_audit_logs join auth_audit_personal p using (log_id) where p.user_agent = 'equal'")
            .query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void whatIsTooLongOrCannotBeStoredIsCutDown() {
        log.record(AuditEvent.LOGIN_FAILURE, null, "\0" + "가".repeat(400) + "\ud83d", new Origin("10.0.0.1", "\0long" + "x".repeat(2000)));

        assertThat(jdbc.sql("select length(email) from auth_audit_personal where user_agent like 'longx%'").query(Integer.class).single())
            .isEqualTo(319);
    }

    @Test
    void aLogThatCannotBeWrittenIsNotSilent() {
        assertThatThrownBy(() -> log.record(AuditEvent.LOGIN_FAILURE, null, "a", new Origin("not an address", "a")))
            .hasStackTraceContaining("inet");
    }

    @Test
    void theLogCannotBeChanged() {
        log.record(AuditEvent.LOGOUT, UUID.randomUUID(), "a", new Origin("127.0.0.1", null));

        assertThatThrownBy(() -> jdbc.sql("delete from auth_audit_logs").update()).hasStackTraceContaining("append-only");
    }

    private List<String> eventsOf(String userAgent) {
        return jdbc.sql("""
                select event || ' ' || p.email || case when l.profile_id is null then ' unknown' else ' known' end
                from auth_audit_logs l join auth_audit_personal p using (log_id) where p.user_agent = :agent order by l.id""")
            .param("agent", userAgent).query(String.class).list();
    }
}
