package app.maru.passkeys;

/** A device counts its signatures lower than before: there may be two of it, one of them a copy. */
class CounterWentBack extends PasskeyRefused {

    CounterWentBack(Throwable cause) {
        super("The device counts its signatures lower than before", cause);
    }

    CounterWentBack() {
        super("The device counts its signatures lower than before", null);
    }
}
