package app.maru.checks;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** A question that was asked already: letters and digits decide, not how they are written. */
@Component
class DuplicateQuestion implements Check {

    private static final String QUESTION = "question";

    @Override
    public Stream<Finding> findings(Subject subject) {
        var asked = new HashSet<String>();
        return subject.places().stream().filter(place -> place.field().name().equals(QUESTION))
            .filter(place -> !asked.add(normal(place.text()))).map(place -> Finding.warning(place.path(), "DuplicateQuestion"));
    }

    /** What stands between two digits stays: 1.5 is not 15. */
    private static String normal(String question) {
        return Normalizer.normalize(question, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
            .replaceAll("(?<!\\p{N})[^\\p{L}\\p{M}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+(?!\\p{N})", "");
    }
}
