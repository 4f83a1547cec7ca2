package app.maru.signin;

/** So many passwords were tried that no more is looked at for a while. */
class TooManyTries extends RuntimeException {

    TooManyTries() {
        super("Too many tries");
    }
}
