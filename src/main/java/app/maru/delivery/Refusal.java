package app.maru.delivery;

import java.util.Collection;

import org.eclipse.jetty.http.HttpStatus;

/** A request that is not answered with data, and why. */
final class Refusal extends RuntimeException {

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    static Refusal bad(String code, String detail) {
        return new Refusal(new Problem(HttpStatus.BAD_REQUEST_400, code, detail));
    }

    /** Something was named that does not exist: says what was probably meant, and what there is. */
    static Refusal unknown(String what, String given, Collection<String> allowed) {
        var meant = Meant.by(given, allowed).map(name -> " Did you mean '" + name + "'?").orElse("");
        var list = allowed.isEmpty() ? "None is allowed here." : "Allowed: " + String.join(", ", allowed) + ".";
        return bad("unknown_" + what, "Unknown " + what + " '" + given + "'." + meant + " " + list);
    }

    static Refusal invalid(String parameter, String given, String allowed) {
        return bad("invalid_value", "'" + given + "' is not a value of '" + parameter + "'. Allowed: " + allowed + ".");
    }

    static Refusal noEdition(String number, long newest) {
        return new Refusal(new Problem(HttpStatus.NOT_FOUND_404, "edition_not_found",
            "There is no edition " + number + ". The newest is " + newest + "."));
    }
}
