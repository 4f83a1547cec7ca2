package app.maru.sessions;

import java.time.Duration;
import java.util.Map;

import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

import app.maru.identity.Secret;

/**
 * Spring Session over our own tables. Its statements are replaced: ids are kept as their hashes, the person is a column, a
 * session that is read brings the person as they are now, and nothing outlives the longest time.
 */
final class SessionStore {

    private static final String HASHED = "encode(sha256(convert_to(%s, 'UTF8')), 'hex')";
    private static final String HASH = HASHED.formatted("?");
    private static final String TIME = "to_timestamp(? / 1000.0)";
    private static final String WHO = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private static final String CREATE = """
        insert into auth_sessions (session_id, secret_hash, begun_at, used_at, idle_seconds, ends_at, profile_id, ip_address, user_agent, proofs)
        select id, hash, begun, used, idle, least(ends, begun + interval '%%d seconds'), (who ->> 'person')::uuid, (who ->> 'address')::inet, who ->> 'userAgent', coalesce(who -> 'proofs', '{}')
        from (select ?::uuid, %s, %s, %s, ?, %s, ?::jsonb) made (id, hash, begun, used, idle, ends, who)
        """.formatted(HASH, TIME, TIME, TIME);
    private static final String READ = """
        select s.session_id as primary_id, asked.id as session_id, (extract(epoch from s.begun_at) * 1000)::bigint as creation_time,
          (extract(epoch from s.used_at) * 1000)::bigint as last_access_time, s.idle_seconds as max_inactive_interval, kept.name as attribute_name, kept.value as attribute_bytes
        from (select ?::text) asked (id)
        join auth_sessions s on s.secret_hash = %s and s.ends_at > now()
        join active_staff who on who.id = s.profile_id
        cross join lateral (
          select '%s' as name, convert_to(json_build_object('person', json_build_object('id', who.id, 'name', who.name, 'email', who.email, 'role', who.role,
            'locale', who.locale, 'theme', who.theme, 'timezone', who.timezone, 'provesTwice', who.proves_twice), 'proofs', s.proofs)::text, 'UTF8') as value
          union all
          select name, value from auth_session_attributes a where a.session_id = s.session_id) kept
        """.formatted(HASHED.formatted("asked.id"), WHO);
    private static final String UPDATE = """
        update auth_sessions set secret_hash = %s, used_at = %s, idle_seconds = ?, ends_at = least(%s, begun_at + interval '%%d seconds'),
          profile_id = (who ->> 'person')::uuid, updated_at = now(), proofs = (
            select coalesce(jsonb_object_agg(means, at), '{}') from (
              select key as means, max(value::bigint) as at from (select * from jsonb_each_text(proofs) union all select * from jsonb_each_text(coalesce(who -> 'proofs', '{}'))) proof
              group by key) newest)
        from (select ?::jsonb as who) made
        where session_id = ?::uuid
        """.formatted(HASH, TIME, TIME);
    private static final String DELETE = "delete from auth_sessions where secret_hash = " + HASH;
    private static final String DELETE_ENDED = """
        delete from auth_sessions where id in (select id from auth_sessions where ends_at < %s for update skip locked)
        """.formatted(TIME);
    private static final String CREATE_ATTRIBUTE = """
        insert into auth_session_attributes (session_id, name, value)
        select s.session_id, kept.name, kept.value from (select ?::uuid, ?, ?::bytea) kept (session_id, name, value)
        join auth_sessions s on s.session_id = kept.session_id where kept.name <> '%s' for key share of s
        on conflict (session_id, name) do update set value = excluded.value, updated_at = now()
        """.formatted(WHO);
    private static final String UPDATE_ATTRIBUTE = "update auth_session_attributes set value = ?, updated_at = now() where session_id = ?::uuid and name = ?";
    private static final String DELETE_ATTRIBUTE = "delete from auth_session_attributes where session_id = ?::uuid and name = ?";

    private SessionStore() {}

    /** The library's repository; it works without transactions of its own and looks for nothing in the background. */
    static JdbcIndexedSessionRepository over(JdbcOperations database, SessionText text, SessionSettings settings) {
        var store = new JdbcIndexedSessionRepository(database, TransactionOperations.withoutTransaction());
        store.setCleanupCron(Scheduled.CRON_DISABLED);
        store.setDefaultMaxInactiveInterval(settings.idle());
        store.setSessionIdGenerator(Secret::made);
        store.setConversionService(conversion(text));
        store.setIndexResolver(session -> whose(session, text));
        store.setCreateSessionQuery(within(settings.longest(), CREATE));
        store.setGetSessionQuery(READ);
        store.setUpdateSessionQuery(within(settings.longest(), UPDATE));
        store.setDeleteSessionQuery(DELETE);
        store.setDeleteSessionsByExpiryTimeQuery(DELETE_ENDED);
        store.setCreateSessionAttributeQuery(CREATE_ATTRIBUTE);
        store.setUpdateSessionAttributeQuery(UPDATE_ATTRIBUTE);
        store.setDeleteSessionAttributeQuery(DELETE_ATTRIBUTE);
        return store;
    }

    private static String within(Duration longest, String statement) {
        return statement.formatted(longest.toSeconds());
    }

    private static GenericConversionService conversion(SessionText text) {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, text::written);
        conversion.addConverter(byte[].class, Object.class, text::read);
        return conversion;
    }

    private static Map<String, String> whose(Session session, SessionText text) {
        SecurityContext context = session.getAttribute(WHO);
        return context == null ? Map.of() : Map.of(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, text.whose(context));
    }
}
