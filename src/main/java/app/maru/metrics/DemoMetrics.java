package app.maru.metrics;

import java.time.Clock;
import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a first run a fortnight of metrics, and three that a small company would measure itself: for a first look at Maru. */
@Component
@ConditionalOnBooleanProperty("maru.demo")
@Order(300)
class DemoMetrics implements ApplicationRunner {

    /** Key, usual value, how much it swings with the day, how much it wavers, how much it grows in a fortnight, decimals. */
    private static final String USUAL = """
        ('delivery.requests', 38, 26, 6, 4, 1), ('delivery.p50', 0.21, 0.05, 0.03, 0, 3), ('delivery.p99', 2.4, 0.8, 0.7, -0.3, 2), ('delivery.hits', 97.2, -1.1, 0.9, 0.6, 1),
        ('delivery.unchanged', 61, 6, 5, 2, 1), ('delivery.errors', 0.2, 0.1, 0.35, 0, 0), ('publishing.latency', 14, 3, 4, -1, 1), ('publishing.editions', 6, 2, 2, 1, 0),
        ('publishing.pending', 2, 0, 1, 0, 0), ('publishing.late', 0, 0, 0, 0, 0), ('content.published', 36, 0, 0, 6, 0), ('content.changed', 3, 0, 1, 0, 0), ('content.draft', 5, 0, 1, 1, 0),
        ('content.archived', 2, 0, 0, 0, 0), ('desk.sessions', 3, 3, 0.8, 0, 0), ('desk.signins', 9, 2, 2, 1, 0), ('desk.refused', 1, 0.5, 1, 0, 0), ('business.plans', 16, 0, 0, 2, 0),
        ('business.mrr.krw', 560000, 0, 0, 49000, 0), ('business.paid', 14, 0, 0.5, 1, 0), ('business.pending', 1, 0, 0.8, 0, 0), ('business.failed', 1, 0, 0.5, 0, 0),
        ('business.refunded', 0, 0, 0, 0, 0), ('business.void', 0, 0, 0, 0, 0), ('business.projects', 41, 0, 0, 8, 0), ('system.nodes', 1, 0, 0, 0, 0), ('system.cpu', 9, 6, 3, 0, 1),
        ('system.heap', 118, 12, 14, 0, 0), ('system.threads', 41, 2, 2, 0, 0), ('system.database', 21, 0, 0.1, 1.6, 1), ('support.minutes', 32, 9, 5, 4, 0)""";

    private final KnownMetrics known;
    private final JdbcClient database;
    private final Clock clock;

    DemoMetrics(KnownMetrics known, JdbcClient database, Clock clock) {
        this.known = known;
        this.database = database;
        this.clock = clock;
    }

    /** All of it or nothing, and once. */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!database.sql("select exists (select from admin_system_metrics)").query(Boolean.class).single()) {
            known.defineRevenue(List.of("KRW"));
            define();
            fillHours();
            fillSamples();
            type();
        }
    }

    private void define() {
        database.sql("""
            insert into admin_metric_definitions (metric_key, label, label_ko, category, unit, kind, target_value, good_direction, alert_above)
            values ('support.minutes', 'Time to the first answer', '첫 답변까지 걸린 시간', '고객 지원', 'min', 'number', 30, 'down', 45),
                   ('support.nps', 'Net promoter score', '순추천지수(NPS)', '고객 지원', '', 'number', 50, 'up', null),
                   ('service.status', 'State of the service', '서비스 상태', '고객 지원', '', 'text', null, null, null)
            on conflict do nothing""").update();
        database.sql("""
            update admin_metric_definitions set target_value = demo.target from (values ('delivery.hits', 95), ('delivery.p99', 5), ('business.mrr.krw', 600000), ('business.plans', 20)) as demo (key, target)
            where metric_key = demo.key and target_value is null""").update();
    }

    /** The value at a moment: more by day than by night, less at weekends, wavering the same way every time. */
    private static String value(String at) {
        return """
            greatest(0, round((base + swing * sin((extract(epoch from %1$s) / 86400 + 0.125) * 2 * pi())
              * case when extract(isodow from %1$s at time zone 'Asia/Seoul') > 5 then 0.4 else 1 end + growth * (1 + extract(epoch from %1$s - :now) / 1209600)
              + waver * (hashtext(key || extract(epoch from %1$s)::bigint) %% 1000) / 1000.0)::numeric, decimals))""".formatted(at);
    }

    private void fillHours() {
        database.sql("""
            insert into admin_metric_hours (metric_key, hour, samples, total, least, most)
            select key, hour, 60, value * 60, value * 0.94, value * 1.07 from (
              select key, hour, %s as value from (values %s) as usual (key, base, swing, waver, growth, decimals),
                generate_series(date_trunc('hour', :now - interval '14 days', 'UTC'), date_trunc('hour', :now, 'UTC') - interval '49 hours', interval '1 hour') as hour) valued"""
            .formatted(value("hour"), USUAL)).param("now", Samples.time(clock.instant())).update();
    }

    private void fillSamples() {
        keep("""
            select key, moment, %s as value from (values %s) as usual (key, base, swing, waver, growth, decimals),
              generate_series(date_trunc('hour', :now - interval '48 hours', 'UTC'), :now - interval '5 minutes', interval '20 minutes') as moment""".formatted(value("moment"), USUAL), "product");
        keep("select 'support.minutes', date_trunc('minute', :now - interval '2 minutes'), 52.0", "machine");
    }

    private void type() {
        keep("""
            select 'support.nps', date_trunc('day', :now - day * interval '1 day', 'Asia/Seoul') + interval '9 hours', 41 + (hashtext('nps' || day) % 6) + (14 - day) * 0.4
            from generate_series(1, 14) as day""", "person");
        database.sql("""
                insert into admin_system_metrics (metric_key, label, category, text_value, recorded_at, origin)
                select 'service.status', 'State of the service', '고객 지원', said.text, date_trunc('minute', :now) - said.hours * interval '1 hour', 'person'
                from (values (120, '정상'), (31, '점검 중: 결제 알림이 늦을 수 있어요'), (29, '정상')) as said (hours, text)""")
            .param("now", Samples.time(clock.instant())).update();
    }

    private void keep(String values, String origin) {
        database.sql("""
                with valued (metric_key, recorded_at, numeric_value) as (%s),
                kept as (
                  insert into admin_system_metrics (metric_key, label, category, numeric_value, target_value, trend_direction, recorded_at, origin)
                  select metric_key, label, category, numeric_value, target_value,
                    case sign(numeric_value - lag(numeric_value) over (partition by metric_key order by recorded_at)) when 1 then 'up' when -1 then 'down' when 0 then 'flat' end, recorded_at,
                    case metric_key when 'support.minutes' then 'machine' else :origin end
                  from valued join admin_metric_definitions using (metric_key) where recorded_at <= :now
                  on conflict (metric_key, recorded_at) do nothing returning metric_key, recorded_at, numeric_value)
                insert into admin_metric_hours (metric_key, hour, samples, total, least, most)
                select metric_key, date_trunc('hour', recorded_at, 'UTC'), count(*), sum(numeric_value), min(numeric_value), max(numeric_value) from kept group by 1, 2
                on conflict (metric_key, hour) do update set samples = admin_metric_hours.samples + excluded.samples, total = admin_metric_hours.total + excluded.total,
                  least = least(admin_metric_hours.least, excluded.least), most = greatest(admin_metric_hours.most, excluded.most)""".formatted(values))
            .param("now", Samples.time(clock.instant())).param("origin", origin).update();
    }
}
