package app.maru.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;

import app.maru.identity.DeskAddress;
import app.maru.identity.Origin;
import app.maru.identity.Person;
import app.maru.mail.Letter;
import app.maru.mail.MailServer;
import app.maru.mail.Outbox;

/** Tells people by mail that they signed in with something they have not used for half a year, if it was they. */
@Component
class NewDevices {

    private static final Duration REMEMBERED = Duration.ofDays(180);
    private static final int LOOKED_AT = 200;

    private final JdbcClient database;
    private final Outbox outbox;
    private final MailServer mail;
    private final DeskAddress desk;
    private final Clock clock;

    NewDevices(JdbcClient database, Outbox outbox, MailServer mail, DeskAddress desk, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.mail = mail;
        this.desk = desk;
        this.clock = clock;
    }

    /** Looks at a session that begins; the log has it already. */
    void look(@Nullable SecurityContext begun) {
        var authentication = begun == null ? null : begun.getAuthentication();
        if (authentication != null && mail.isReady() && authentication.getPrincipal() instanceof Person person && authentication.getDetails() instanceof Origin origin && Letter.canReach(person.email())) {
            var device = Device.of(origin.userAgent());
            var before = before(person.id());
            if (!before.isEmpty() && before.stream().noneMatch(device::equals)) {
                tell(person, device, origin);
            }
        }
    }

    /** With what they signed in before this time. */
    private List<Device> before(UUID person) {
        return database.sql("""
                select auth_audit_personal.user_agent from auth_audit_logs join auth_audit_personal using (log_id)
                where profile_id = :person and event = 'login_success' and auth_audit_logs.created_at > :since
                order by auth_audit_logs.created_at desc, log_id desc offset 1 limit :most""")
            .param("person", person).param("since", clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC)).param("most", LOOKED_AT)
            .query((row, number) -> Device.of(row.getString(1))).list();
    }

    private void tell(Person person, Device device, Origin origin) {
        outbox.post(Letter.toWhoever(person, LocaleContextHolder.getLocale(), device.name().isEmpty() ? "new-unknown-device" : "new-device")
            .about(person.name(), device.name(), origin.address()).leadingTo(desk.of("/account"), clock.instant().plus(Duration.ofDays(7))));
    }
}
