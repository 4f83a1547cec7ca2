package app.maru.identity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The append-only log of who came and went, and what they did; what is personal lies beside it, where it can be erased. */
@Repository
public class AuditLog {

    private static final int LONGEST_USER_AGENT = 1000;
    private static final int LONGEST_TITLE = 400;
    private static final int LONGEST_VALUE = 4000;

    private final JdbcClient database;
    private final JsonMapper json;

    AuditLog(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Writes that somebody came, went or tried to. */
    public void record(AuditEvent event, @Nullable UUID person, String email, Origin origin) {
        insert(event.wireName(), person, email, origin, false, List.of(Act.of(event.wireName(), "")));
    }

    /** Writes what whoever is signed in does, in the transaction in which it is done; without anybody, it is the product. */
    public void write(Act act) {
        write(List.of(act));
    }

    /** The same done to many things at once. */
    public void write(List<Act> acts) {
        var person = SignedIn.person();
        if (!acts.isEmpty()) {
            insert(acts.getFirst().name(), person.map(Person::id).orElse(null), person.map(Person::email).orElse(null), Origin.here(), true, acts);
        }
    }

    /** Writes what was done for somebody, who need not be at the desk just now; null is the product. */
    public void write(Act act, @Nullable UUID by) {
        insert(act.name(), by, null, Origin.here(), true, List.of(act));
    }

    private void insert(String event, @Nullable UUID person, @Nullable String email, @Nullable Origin origin, boolean act, List<Act> acts) {
        database.sql("""
                with personal as materialized (
                  select gen_random_uuid() as log_id, gen_random_uuid()::text as salt, cast(:email as text) as email, cast(:address as inet) as ip_address,
                    cast(:agent as text) as user_agent, type, subject, title, before, after
                  from unnest(cast(:types as text[]), cast(:subjects as uuid[]), cast(:titles as text[]), cast(:before as jsonb[]), cast(:after as jsonb[]))
                    as acts (type, subject, title, before, after)),
                log as (
                  insert into auth_audit_logs (log_id, profile_id, event, act, subject_type, subject_id, personal_hash)
                  select log_id, cast(:person as uuid), :event, :act, type, subject,
                    encode(sha256(convert_to((jsonb_build_array(salt, email, host(ip_address), user_agent, null)
                      || case when :act then jsonb_build_array(title, before, after) else '[]' end)::text, 'UTF8')), 'hex')
                  from personal)
                insert into auth_audit_personal (log_id, salt, email, ip_address, user_agent, title, before, after)
                select log_id, salt, email, ip_address, user_agent, title, before, after from personal""")
            .param("event", event).param("person", person).param("act", act)
            .param("email", storable(email, Accounts.LONGEST_EMAIL)).param("address", origin == null ? null : origin.address())
            .param("agent", origin == null ? null : storable(origin.userAgent(), LONGEST_USER_AGENT))
            .param("types", all(acts, Act::type)).param("subjects", all(acts, one -> Objects.toString(one.subject(), null)))
            .param("titles", all(acts, one -> storable(one.title(), LONGEST_TITLE)))
            .param("before", all(acts, one -> object(one.before()))).param("after", all(acts, one -> object(one.after()))).update();
    }

    private static @Nullable String[] all(List<Act> acts, Function<Act, @Nullable String> what) {
        return acts.stream().map(what).toArray(String[]::new);
    }

    private String object(Map<String, String> fields) {
        return json.writeValueAsString(fields.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, field -> storable(field.getValue(), LONGEST_VALUE))));
    }

    private static @Nullable String storable(@Nullable String text, int longest) {
        return text == null ? null : text.substring(0, Math.min(text.length(), longest)).replace("\0", "");
    }
}
