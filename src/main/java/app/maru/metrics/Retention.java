package app.maru.metrics;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the tables bounded: samples for a week after they came, hours for a year. The last sample of a metric stays, however
 * old it is. It goes metric by metric along the index, in small transactions, and another node that is at it lets it be.
 */
@Repository
class Retention {

    static final Duration RAW = Duration.ofDays(7);
    static final Duration HOURLY = Duration.ofDays(366);

    private static final Duration PARTS = Duration.ofHours(1);
    private static final int BATCH = 5000;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Deque<String> keys = new ArrayDeque<>();

    Retention(JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes out what is too old, in at most so many small transactions, from where it ended the last time; whether that was all of it. */
    synchronized boolean sweep(int batches) {
        if (keys.isEmpty()) {
            keys.addAll(keys());
        }
        for (int i = 0; i < batches && !keys.isEmpty(); i++) {
            if (swept(keys.getFirst()) < BATCH) {
                keys.removeFirst();
            }
        }
        database.sql("delete from admin_metric_parts where minute < ?").param(Samples.time(clock.instant().minus(PARTS))).update();
        database.sql("delete from admin_metric_alerts where ended_at < ?").param(Samples.time(clock.instant().minus(HOURLY))).update();
        return keys.isEmpty();
    }

    /** The keys there are, hopped along the index from one to the next. */
    private List<String> keys() {
        return database.sql("""
            with recursive known (key) as (
              (select metric_key from admin_system_metrics order by metric_key limit 1)
              union all
              select (select metric_key from admin_system_metrics where metric_key > known.key order by metric_key limit 1) from known where known.key is not null)
            select key from known where key is not null
            union select metric_key from admin_metric_definitions""").query(String.class).list();
    }

    private int swept(String key) {
        return transaction.execute(status -> isAlone() ? hours(key) + samples(key) : 0);
    }

    private boolean isAlone() {
        return database.sql("select pg_try_advisory_xact_lock(hashtext('metrics-retention'))").query(Boolean.class).single();
    }

    private int samples(String key) {
        return database.sql("""
                delete from admin_system_metrics where id in (
                  select id from admin_system_metrics where metric_key = :key and recorded_at < :limit and created_at < :limit
                    and recorded_at < (select max(recorded_at) from admin_system_metrics where metric_key = :key)
                  order by recorded_at limit :batch)""")
            .param("key", key).param("limit", Samples.time(clock.instant().minus(RAW))).param("batch", BATCH).update();
    }

    private int hours(String key) {
        return database.sql("delete from admin_metric_hours where metric_key = :key and hour < :limit").param("key", key)
            .param("limit", Samples.time(clock.instant().minus(HOURLY))).update();
    }
}
