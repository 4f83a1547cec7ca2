package app.maru.audit;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/**
 * The log. Its rows stay, with the chain over them: they say of a person no more than an id, and hold of the rest a salted
 * hash. What is personal lies beside it and goes, also of rows that others wrote about the person or that name their address.
 */
@Component
class AuditData implements PersonalData {

    private static final String DONE = "log_id in (select log_id from auth_audit_logs where profile_id = :person)";
    private static final String SUFFERED = """
        not %s and (log_id in (select log_id from auth_audit_logs where subject_id = :person) or lower(email) = lower(:email)
          or position(lower(:email) in lower(concat_ws(' ', title, before::text, after::text))) > 0)""".formatted(DONE);

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.kept("auth_audit_logs", "profile_id").hiding("personal_hash"),
            Holding.kept("auth_audit_logs", "subject_id").hiding("personal_hash", "profile_id"),
            Holding.erased("auth_audit_personal", "log_id").where(DONE).hiding("salt"),
            Holding.erased("auth_audit_personal", "email").where(SUFFERED).hiding("salt", "email", "ip_address", "user_agent", "location"));
    }
}
