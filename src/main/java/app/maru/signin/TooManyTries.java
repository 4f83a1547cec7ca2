package app.maru.signin;

import org.springframework.security.core.AuthenticationException;

/** So many passwords were tried that no more is looked at for a while. */
class TooManyTries extends AuthenticationException {

    TooManyTries() {
        super("Too many tries");
    }
}
