package app.maru.desk;

import java.util.function.IntSupplier;

/**
 * How much waits at a place in the side bar; shown beside its name unless it is nothing.
 *
 * @param state how what waits there stands, in whose colour it is shown
 * @param count asked for by every page: it must be at hand
 */
public record NavigationCount(String path, String state, IntSupplier count) {
}
