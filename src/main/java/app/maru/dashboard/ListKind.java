package app.maru.dashboard;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import app.maru.identity.Person;
import app.maru.identity.Right;

/**
 * A list that can stand on a dashboard.
 *
 * @param key its name in the table and in messages
 * @param right who may see it
 * @param all where all of it is; null where it is all there is
 * @param rows its first few rows for somebody
 */
record ListKind(String key, String icon, Right right, @Nullable String all, Function<Person, List<Row>> rows) {
}
