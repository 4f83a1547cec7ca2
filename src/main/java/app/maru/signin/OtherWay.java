package app.maru.signin;

import java.util.List;
import java.util.function.Supplier;

/**
 * A way in that another room builds: any room contributes a bean of this type.
 *
 * @param template where its fragment {@code offer(offers)} is, which the page for signing in shows
 * @param setUpAt the page on which admins say more about it than whether it is on
 * @param offers what is offered just now; nobody can come in by it when that is nothing
 */
public record OtherWay(Way way, String template, String setUpAt, Supplier<? extends List<?>> offers) {

    boolean works() {
        return !offers.get().isEmpty();
    }

    Offered offered() {
        return new Offered(template, offers.get());
    }

    /** What is offered just now, and who draws it. */
    record Offered(String template, List<?> offers) {

        Offered {
            offers = List.copyOf(offers);
        }
    }
}
