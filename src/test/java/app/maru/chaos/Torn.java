package app.maru.chaos;

/** Something that was written in one piece is there in parts. */
final class Torn extends RuntimeException {

    Torn(String sentence) {
        super(sentence);
    }
}
