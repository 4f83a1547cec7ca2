package app.maru.together;

import java.util.ArrayList;
import java.util.List;

/** Writes down every attempt before it is made. */
final class Book {

    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Integer> published = new ArrayList<>();

    synchronized <T extends Attempt> T begin(T attempt) {
        attempts.add(attempt);
        return attempt;
    }

    /** The server says that it did not do it. */
    synchronized void refused(Attempt attempt) {
        attempts.removeIf(other -> other == attempt);
    }

    /** The server says that visitors see the revision. */
    synchronized void published(int revision) {
        published.add(revision);
    }

    synchronized <T extends Attempt> List<T> attempts(Class<T> kind) {
        return new ArrayList<>(attempts.stream().filter(kind::isInstance).map(kind::cast).toList());
    }

    synchronized List<Integer> published() {
        return List.copyOf(published);
    }
}
