package app.maru.metrics;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the tables say of content, sign-ins and the business. */
@Repository
class Tables {

    private static final int DAYS_OF_INVOICES = 30;

    private final JdbcClient database;
    private final Clock clock;

    Tables(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What there is now; of editions and sign-ins, those of the last day, of invoices those of thirty. */
    Map<Known, BigDecimal> counts() {
        var now = clock.instant();
        return database.sql("""
                with states as (select state, count(*) as entries from content_entries group by state),
                signs as (select event, count(*) as times from auth_audit_logs where created_at >= :yesterday and event in ('login_success', 'login_failure') group by event),
                invoices as (select status, count(*) as bills from profile_invoices where issued_date > cast(:now as date) - :days group by status)
                select 'content_' || wanted as known, coalesce((select entries from states where state = wanted), 0) as value
                  from unnest(array['published', 'changed', 'draft', 'archived']) as wanted
                union all select 'desk_signins', coalesce((select times from signs where event = 'login_success'), 0)
                union all select 'desk_refused', coalesce((select times from signs where event = 'login_failure'), 0)
                union all select 'business_' || wanted, coalesce((select bills from invoices where status = wanted), 0)
                  from unnest(array['paid', 'pending', 'failed', 'refunded', 'void']) as wanted
                union all select 'business_plans', count(*) from profile_billing_plans plan join profiles on profiles.id = plan.profile_id
                  where profiles.status = 'active' and profiles.deleted_at is null and plan.amount > 0
                union all select 'business_projects', count(*) from projects where status <> 'archived'
                union all select 'publishing_editions', count(*) from editions where created_at >= :yesterday
                union all select 'publishing_pending', count(*) from content_schedules where state = 'pending'
                union all select 'publishing_late', count(*) from content_schedules where state = 'pending' and at < :late
                union all select 'system_database', round(pg_database_size(current_database()) / 1000000.0, 1)""")
            .param("now", Samples.time(now)).param("days", DAYS_OF_INVOICES).param("yesterday", Samples.time(now.minus(Duration.ofDays(1))))
            .param("late", Samples.time(now.minus(Duration.ofMinutes(1))))
            .query((row, number) -> Map.entry(Known.valueOf(row.getString("known").toUpperCase(Locale.ROOT)), row.getBigDecimal("value"))).list().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is earned each month, by the code of the currency. */
    Map<String, BigDecimal> revenue() {
        return database.sql("""
                select plan.currency_code as currency, round(sum(case plan.interval when 'monthly' then plan.amount when 'yearly' then plan.amount / 12 else 0 end), 2) as value
                from profile_billing_plans plan join profiles on profiles.id = plan.profile_id
                where profiles.status = 'active' and profiles.deleted_at is null and plan.amount > 0 group by 1""")
            .query((row, number) -> Map.entry(row.getString("currency"), row.getBigDecimal("value"))).list().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
