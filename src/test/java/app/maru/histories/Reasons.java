package app.maru.histories;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import app.maru.content.Problem;

/** Why something is refused, by the codes of the reasons; whatever is needed and not there is one reason. */
final class Reasons {

    private Reasons() {
    }

    static Set<String> of(List<Problem> problems) {
        var codes = new TreeSet<String>();
        problems.forEach(problem -> codes.add(problem.code().equals("NotNull") ? "NotBlank" : problem.code()));
        return codes;
    }
}
