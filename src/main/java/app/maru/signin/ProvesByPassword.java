package app.maru.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import app.maru.identity.Credentials;
import app.maru.identity.Means;
import app.maru.identity.Origin;
import app.maru.identity.Person;
import app.maru.identity.ProvesAgain;

/** Whoever knows the password proves that it is they. */
@Component
class ProvesByPassword implements ProvesAgain {

    private final PasswordSignIn passwords;
    private final Credentials credentials;
    private final Ways ways;

    ProvesByPassword(PasswordSignIn passwords, Credentials credentials, Ways ways) {
        this.passwords = passwords;
        this.credentials = credentials;
        this.ways = ways;
    }

    @Override
    public Means means() {
        return Means.PASSWORD;
    }

    @Override
    public boolean isOpenTo(Person person) {
        return ways.isOpen(Way.PASSWORD) && credentials.hasPassword(person);
    }

    @Override
    public boolean proves(Person person, String typed, String secret, HttpServletRequest request) {
        return passwords.proved(person.email(), typed, Origin.of(request)).filter(known -> known.id().equals(person.id())).isPresent();
    }
}
