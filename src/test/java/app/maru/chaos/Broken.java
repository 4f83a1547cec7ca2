package app.maru.chaos;

/** The run cannot go on: something does not come back, or answers as it never should. */
final class Broken extends RuntimeException {

    Broken(String sentence) {
        super(sentence);
    }
}
