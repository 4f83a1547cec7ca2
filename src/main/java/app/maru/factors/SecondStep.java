package app.maru.factors;

import org.springframework.stereotype.Component;

import app.maru.identity.AuditEvent;
import app.maru.identity.AuditLog;
import app.maru.identity.Means;
import app.maru.identity.Origin;
import app.maru.identity.Person;
import app.maru.limits.FailedTries;
import app.maru.limits.Limit;
import app.maru.limits.Limits;

/** Holds what somebody typed against their app and their recovery codes; how often is limited, and each try is logged. */
@Component
class SecondStep {

    private final Apps apps;
    private final SecondFactors factors;
    private final Limits limits;
    private final FailedTries failures;
    private final AuditLog log;

    SecondStep(Apps apps, SecondFactors factors, Limits limits, FailedTries failures, AuditLog log) {
        this.apps = apps;
        this.factors = factors;
        this.limits = limits;
        this.failures = failures;
        this.log = log;
    }

    /** What became of a code. */
    enum Answer {
        RIGHT, WRONG, TOO_MANY;

        /** The name in message keys. */
        String key() {
            return this == TOO_MANY ? "too-many" : "wrong";
        }
    }

    /** Whether these are the digits that the app of this person shows, or one of their recovery codes. */
    Answer prove(Person person, Means means, String typed, Origin origin) {
        var taken = limits.take(Limit.SECOND_STEPS_AT_ACCOUNT, person.email(), Limit.GUESSES_FROM_ADDRESS, origin);
        if (!taken.granted()) {
            log.record(AuditEvent.LOGIN_FAILURE, person.id(), person.email(), origin);
            return Answer.TOO_MANY;
        }
        boolean right = means == Means.TOTP ? apps.uses(person.id(), digits(typed)) : factors.usesRecoveryCode(person, typed);
        log.record(!right ? AuditEvent.LOGIN_FAILURE : means == Means.TOTP ? AuditEvent.TOTP_VERIFIED : AuditEvent.RECOVERY_CODE_USED, person.id(), person.email(), origin);
        if (right) {
            limits.giveBack(taken);
        } else {
            failures.count(person.email(), person);
        }
        return right ? Answer.RIGHT : Answer.WRONG;
    }

    static String digits(String typed) {
        return typed.replaceAll("\\s", "");
    }
}
