package app.maru.factors;

import org.springframework.stereotype.Component;

import app.maru.identity.AuditEvent;
import app.maru.identity.AuditLog;
import app.maru.identity.Means;
import app.maru.identity.Origin;
import app.maru.identity.Person;
import app.maru.identity.TooManyTries;
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

    /**
     * Whether these are the digits that the app of this person shows, or one of their recovery codes.
     *
     * @throws TooManyTries when no more is looked at for a while
     */
    boolean proves(Person person, Means means, String typed, Origin origin) {
        var taken = limits.take(Limit.SECOND_STEPS_AT_ACCOUNT, person.email(), Limit.GUESSES_FROM_ADDRESS, origin);
        boolean right = taken.granted() && (means == Means.TOTP ? apps.uses(person.id(), digits(typed)) : factors.usesRecoveryCode(person, typed));
        log.record(!right ? AuditEvent.LOGIN_FAILURE : means == Means.TOTP ? AuditEvent.TOTP_VERIFIED : AuditEvent.RECOVERY_CODE_USED, person.id(), person.email(), origin);
        if (right) {
            limits.giveBack(taken);
        } else {
            failures.count(person.email(), person);
        }
        if (!taken.granted()) {
            throw new TooManyTries(taken.pause());
        }
        return right;
    }

    static String digits(String typed) {
        return typed.replaceAll("\\s", "");
    }
}
