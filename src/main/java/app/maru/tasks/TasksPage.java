package app.maru.tasks;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import app.maru.identity.Colleague;

/**
 * The tasks that somebody looks at.
 *
 * @param columns the board, column by column; empty for the list
 * @param rows the list; empty for the board
 * @param byWhom how many are to be done, by whose they are
 * @param byStatus how many there are of each status
 * @param more whether the list has another page
 * @param adds whose a task becomes that is added here; null for nobody's
 */
record TasksPage(TaskQuery query, List<Column> columns, List<TaskLine> rows, Map<String, Integer> byWhom, Map<Status, Integer> byStatus, boolean more,
                 List<Colleague> colleagues, @Nullable UUID adds) {

    /** One column of the board, of which the first stand there. */
    record Column(Status status, List<TaskLine> lines, int total) {

        /** How many more there are. */
        public int rest() {
            return total - lines.size();
        }
    }

    /** Up to which number tasks are counted. */
    public int counted() {
        return FoundTasks.COUNTED;
    }

    /** Whether nothing is shown. */
    public boolean isEmpty() {
        return rows.isEmpty() && columns.stream().allMatch(column -> column.lines().isEmpty());
    }

    /** How many are shown or lie on other pages. */
    public int total() {
        return query.board() ? byStatus.values().stream().mapToInt(Integer::intValue).sum()
            : Status.of(query.status()).map(byStatus::get).orElseGet(() -> byStatus.entrySet().stream()
                .filter(count -> query.status().equals(TaskQuery.ANY) || count.getKey().isToDo()).mapToInt(Map.Entry::getValue).sum());
    }

    /** All statuses, in the order of the board. */
    public List<Status> statuses() {
        return List.of(Status.values());
    }

    /** All priorities, what matters most first. */
    public List<Priority> priorities() {
        return List.of(Priority.values()).reversed();
    }
}
