package app.maru.identity;

import java.util.Set;
import java.util.TreeSet;

/**
 * Rows of a table that are somebody's.
 *
 * @param column by which they are
 * @param condition the same as a condition, on {@code :person} and {@code :email}
 * @param fate what becomes of them when that person is erased
 * @param hidden columns that are given to nobody: secrets, what others did, and what is only there to be searched
 */
public record Holding(String table, String column, String condition, Fate fate, Set<String> hidden) {

    /** What becomes of a row when the person is erased. */
    public enum Fate {
        /** It goes. */
        ERASED,
        /** It stays, and is nobody's. */
        RELEASED,
        /** It stays, under the name that stands for the person. */
        KEPT,
        /** It stays so because the law demands it. */
        KEPT_BY_LAW;

        /** Whether the row stays under the name that stands for the person. */
        public boolean isKept() {
            return this == KEPT || this == KEPT_BY_LAW;
        }
    }

    private static final String SEARCHED = "search";

    public Holding {
        hidden = Set.copyOf(hidden);
    }

    /** Rows that go. */
    public static Holding erased(String table, String column) {
        return of(table, column, Fate.ERASED);
    }

    /** Rows that go, found by the address of the person. */
    public static Holding erasedByAddress(String table, String column) {
        return erased(table, column).where("lower(%s) = lower(:email)".formatted(column));
    }

    /** Rows that stay and are nobody's. */
    public static Holding released(String table, String column) {
        return of(table, column, Fate.RELEASED);
    }

    /** Rows that stay, since others need to know what was done. */
    public static Holding kept(String table, String column) {
        return of(table, column, Fate.KEPT);
    }

    /** Rows that stay, since the law demands it. */
    public static Holding keptByLaw(String table, String column) {
        return of(table, column, Fate.KEPT_BY_LAW);
    }

    private static Holding of(String table, String column, Fate fate) {
        return new Holding(table, column, column + " = :person", fate, Set.of(SEARCHED));
    }

    /** Found by this condition instead. */
    public Holding where(String other) {
        return new Holding(table, column, other, fate, hidden);
    }

    /** Without these columns. */
    public Holding hiding(String... columns) {
        var more = new TreeSet<>(hidden);
        more.addAll(Set.of(columns));
        return new Holding(table, column, condition, fate, more);
    }
}
