package app.maru.staff;

import java.util.Map;

import org.springframework.stereotype.Component;

import app.maru.identity.Act;
import app.maru.identity.AuditLog;

/** Writes to the log what is done to people of the staff. */
@Component
class StaffLog {

    private final AuditLog log;

    StaffLog(AuditLog log) {
        this.log = log;
    }

    void tell(String act, Member member, Map<String, String> before, Map<String, String> after) {
        log.write(Act.of(act, "staff", member.id(), member.title()).changing(before, after));
    }
}
