package app.maru.social;

/** A provider has vouched for nobody: it said no, said nothing, or nothing that can be trusted. */
class NotVouched extends RuntimeException {

    NotVouched(String why, Throwable cause) {
        super(why, cause);
    }
}
