package app.maru.tasks;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the tasks that somebody looks for. */
@Repository
class FoundTasks {

    static final int PAGE = 50;
    static final int COUNTED = 1000;

    private static final String WHAT_COMES_FIRST = "due_at, urgency desc, id";
    private static final String WHAT_WAS_LAST = "status_changed_at desc, id desc";
    private static final String TO_DO = "status in ('open', 'in_progress')";

    private final JdbcClient database;
    private final Clock clock;

    FoundTasks(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How many there are to be done, by {@link TaskQuery#whose}; beyond {@link #COUNTED} nobody counts. */
    Map<String, Integer> byWhom(TaskQuery query, UUID me) {
        var values = values(me);
        return database.sql("select (%s) as everybodys, (%s) as mine, (%s) as overdue".formatted(count(query, values, TO_DO),
                count(query, values, TO_DO + " and assignee_profile_id = :me"), count(query, values, TO_DO + " and due_at < :now"))).params(values)
            .query((row, number) -> Map.of("", row.getInt("everybodys"), TaskQuery.MINE, row.getInt("mine"), TaskQuery.OVERDUE, row.getInt("overdue"))).single();
    }

    /** How many there are of each status, counted likewise. */
    Map<Status, Integer> byStatus(TaskQuery query, UUID me) {
        var values = values(me);
        return database.sql("select wanted.status, (%s) as tasks from unnest(:statuses) as wanted (status)"
                .formatted(count(query, values, "admin_tasks.status = wanted.status and " + query.ofWhom()))).params(values)
            .param("statuses", Arrays.stream(Status.values()).map(Status::key).toArray(String[]::new))
            .query((row, number) -> Map.entry(Status.of(row.getString("status")).orElseThrow(), row.getInt("tasks"))).list().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String count(TaskQuery query, Map<String, Object> values, String which) {
        return "select count(*) from (select from admin_tasks where %s and %s limit %d) counted".formatted(which, query.condition(values), COUNTED + 1);
    }

    /** Those of one status that come first, for a column of the board. */
    List<Task> column(TaskQuery query, Status status, int most, UUID me) {
        var values = values(me);
        return read("status = '" + status.key() + "' and " + query.ofWhom() + " and " + query.condition(values)
            + " order by " + (status.isToDo() ? WHAT_COMES_FIRST : WHAT_WAS_LAST) + " limit " + most, values);
    }

    /** One page of the list, and whether there is another. */
    List<Task> page(TaskQuery query, UUID me) {
        var values = values(me);
        return read(ofStatus(query.status()) + " and " + query.ofWhom() + " and " + query.condition(values) + " order by " + order(query.status())
            + " limit " + (PAGE + 1) + " offset " + (query.page() - 1) * PAGE, values);
    }

    private List<Task> read(String which, Map<String, Object> values) {
        return database.sql("select * from admin_tasks where " + which).params(values).query(Task::read).list();
    }

    private static String ofStatus(String status) {
        return Status.of(status).map(one -> "status = '" + one.key() + "'").orElse(status.equals(TaskQuery.ANY) ? "true" : TO_DO);
    }

    private static String order(String status) {
        return status.equals(TaskQuery.ANY) ? "id desc" : Status.of(status).map(Status::isToDo).orElse(true) ? WHAT_COMES_FIRST : WHAT_WAS_LAST;
    }

    private Map<String, Object> values(UUID me) {
        return new HashMap<>(Map.of("me", me, "now", Tasks.time(clock.instant())));
    }
}
