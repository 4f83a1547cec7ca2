package app.maru.desk;

import java.util.function.IntSupplier;

/**
 * How much waits at a place in the side bar; shown beside its name unless it is nothing.
 *
 * @param count asked for by every page: it must be at hand
 */
public record NavigationCount(String path, IntSupplier count) {
}
