package app.maru.identity;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The append-only log of who signed in and out; what is personal lies beside it, where it can be erased. */
@Repository
class AuditLog {

    private static final int LONGEST_USER_AGENT = 1000;

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(AuditEvent event, @Nullable UUID person, String email, Origin origin) {
        jdbc.sql("""
                with personal as (
                  select gen_random_uuid() as log_id, gen_random_uuid()::text as salt, cast(:email as text) as email,
                    cast(:address as inet) as ip_address, cast(:agent as text) as user_agent),
                log as (
                  insert into auth_audit_logs (log_id, profile_id, event, personal_hash)
                  select log_id, cast(:person as uuid), :event,
                    encode(sha256(convert_to(jsonb_build_array(salt, email, host(ip_address), user_agent, null)::text, 'UTF8')), 'hex')
                  from personal)
                insert into auth_audit_personal (log_id, salt, email, ip_address, user_agent)
                select log_id, salt, email, ip_address, user_agent from personal""")
            .param("event", event.wireName()).param("person", person)
            .param("email", storable(email, Accounts.LONGEST_EMAIL)).param("address", origin.address())
            .param("agent", storable(origin.userAgent(), LONGEST_USER_AGENT))
            .update();
    }

    private static @Nullable String storable(@Nullable String text, int longest) {
        return text == null ? null : text.substring(0, Math.min(text.length(), longest)).replace("\0", "");
    }
}
