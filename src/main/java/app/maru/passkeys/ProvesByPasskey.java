package app.maru.passkeys;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import app.maru.identity.DeskCookies;
import app.maru.identity.Means;
import app.maru.identity.Origin;
import app.maru.identity.Person;
import app.maru.identity.ProvesAgain;
import app.maru.identity.TooManyTries;
import app.maru.limits.Limit;
import app.maru.limits.Limits;
import app.maru.signin.Way;
import app.maru.signin.Ways;

/** Whoever has a device with a passkey of theirs proves that it is they. */
@Component
class ProvesByPasskey implements ProvesAgain {

    private final Passkeys passkeys;
    private final PasskeySignIn proofs;
    private final Challenges challenges;
    private final Ways ways;
    private final Limits limits;
    private final DeskCookies cookies;

    ProvesByPasskey(Passkeys passkeys, PasskeySignIn proofs, Challenges challenges, Ways ways, Limits limits, DeskCookies cookies) {
        this.passkeys = passkeys;
        this.proofs = proofs;
        this.challenges = challenges;
        this.ways = ways;
        this.limits = limits;
        this.cookies = cookies;
    }

    @Override
    public Means means() {
        return Means.PASSKEY;
    }

    @Override
    public boolean isOpenTo(Person person) {
        return ways.isOpen(Way.PASSKEY) && passkeys.has(person.id());
    }

    @Override
    public boolean proves(Person person, String typed, String secret, HttpServletRequest request) {
        var taken = limits.take(Limit.GUESSES_FROM_ADDRESS, Origin.of(request));
        if (!taken.granted()) {
            throw new TooManyTries(taken.pause());
        }
        var challenge = cookies.value(Challenges.COOKIE, request).flatMap(asked -> challenges.take(Challenges.holder(asked)));
        boolean right = proofs.proved(challenge.orElse(null), typed, Origin.of(request)).filter(known -> known.id().equals(person.id())).isPresent();
        if (right) {
            limits.giveBack(taken);
        }
        return right;
    }
}
