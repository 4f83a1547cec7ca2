package app.maru.factors;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import app.maru.identity.Means;
import app.maru.identity.Origin;
import app.maru.identity.Person;
import app.maru.identity.ProvesAgain;

/** Whoever has the app that was set up proves that it is they. */
@Component
class ProvesByApp implements ProvesAgain {

    private final Apps apps;
    private final SecondStep step;

    ProvesByApp(Apps apps, SecondStep step) {
        this.apps = apps;
        this.step = step;
    }

    @Override
    public Means means() {
        return Means.TOTP;
    }

    @Override
    public boolean isOpenTo(Person person) {
        return apps.has(person.id());
    }

    @Override
    public boolean proves(Person person, String typed, String secret, HttpServletRequest request) {
        return step.proves(person, Means.TOTP, typed, Origin.of(request));
    }
}
