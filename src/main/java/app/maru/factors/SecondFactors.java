package app.maru.factors;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import app.maru.identity.Act;
import app.maru.identity.AuditLog;
import app.maru.identity.Credentials;
import app.maru.identity.DeskAddress;
import app.maru.identity.Person;
import app.maru.mail.Letter;
import app.maru.mail.MailServer;
import app.maru.mail.Outbox;

/** The second factor of each person: set up, used, made anew and taken away; all of it is logged, and told to them by mail. */
@Component
public class SecondFactors {

    private static final Duration OF_INTEREST = Duration.ofDays(7);

    private final Apps apps;
    private final RecoveryCodes codes;
    private final Outbox outbox;
    private final MailServer mail;
    private final DeskAddress desk;
    private final Credentials credentials;
    private final AuditLog log;
    private final Clock clock;

    SecondFactors(Apps apps, RecoveryCodes codes, Outbox outbox, MailServer mail, DeskAddress desk, Credentials credentials, AuditLog log, Clock clock) {
        this.apps = apps;
        this.codes = codes;
        this.outbox = outbox;
        this.mail = mail;
        this.desk = desk;
        this.credentials = credentials;
        this.log = log;
        this.clock = clock;
    }

    /** Whether somebody has an app that shows codes. */
    public boolean areSetUp(UUID person) {
        return apps.has(person);
    }

    /** Has the app hold that shows these digits, if they are right; the recovery codes that come with it. */
    @Transactional
    Optional<List<String>> confirm(Person person, String digits) {
        if (!apps.confirm(person.id(), digits)) {
            return Optional.empty();
        }
        log.write(Act.of("second_factor_set_up", person.name()), person.id());
        tell(person, "second-factor-set-up");
        return Optional.of(codes.make(person.id()));
    }

    /** Other recovery codes; those before hold no more. */
    @Transactional
    List<String> newCodes(Person person) {
        log.write(Act.of("recovery_codes_made", person.name()));
        return codes.make(person.id());
    }

    /** Whether this is a recovery code of theirs, which it is only once; they are told, in case it was somebody else. */
    @Transactional
    boolean usesRecoveryCode(Person person, String typed) {
        boolean right = codes.uses(person.id(), typed);
        if (right) {
            tell(person, "recovery-code-used", String.valueOf(codes.left(person.id())));
        }
        return right;
    }

    /** Removes one's own. */
    @Transactional
    void remove(Person person) {
        if (removed(person.id())) {
            log.write(Act.of("second_factor_removed", person.name()));
            tell(person, "second-factor-removed");
        }
    }

    /** Takes it from a colleague who has lost it; whether they had one. */
    @Transactional
    public boolean take(UUID colleague, String title) {
        boolean taken = removed(colleague);
        if (taken) {
            log.write(Act.of("second_factor_taken", "staff", colleague, title).changing(Map.of("secondFactor", "totp"), Map.of()));
            credentials.with(colleague).ifPresent(person -> tell(person, "second-factor-taken"));
        }
        return taken;
    }

    private boolean removed(UUID person) {
        codes.remove(person);
        return apps.remove(person);
    }

    private void tell(Person person, String kind, String... more) {
        if (mail.isReady() && Letter.canReach(person.email())) {
            outbox.post(Letter.toWhoever(person, LocaleContextHolder.getLocale(), kind).about(Stream.concat(Stream.of(person.name()), Stream.of(more)).toArray(String[]::new))
                .leadingTo(desk.of("/account/second-factor"), clock.instant().plus(OF_INTEREST)));
        }
    }
}
