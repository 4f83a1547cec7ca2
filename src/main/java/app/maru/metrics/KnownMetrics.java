package app.maru.metrics;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sees to it that what Maru measures by itself is defined, before anybody looks; admins' targets and alerts stay theirs. */
@Component
class KnownMetrics implements SmartInitializingSingleton {

    private final JdbcClient database;
    private final MessageSource messages;

    KnownMetrics(JdbcClient database, MessageSource messages) {
        this.database = database;
        this.messages = messages;
    }

    private record Row(String key, int order, String label, String labelKo, String category, String unit, @Nullable String good) {}

    @Override
    public void afterSingletonsInstantiated() {
        define(Stream.of(Known.values()).map(known -> new Row(known.key(), known.order(), say(known.key(), Locale.ENGLISH), say(known.key(), Locale.KOREAN), known.category(),
            known.unit(), known.good() == null ? null : known.good().key())).toList());
    }

    /** What is earned in each of these currencies is measured too. */
    void defineRevenue(Collection<String> currencies) {
        define(currencies.stream().map(currency -> new Row(revenue(currency), Known.REVENUE_ORDER, say("business.mrr", Locale.ENGLISH, currency),
            say("business.mrr", Locale.KOREAN, currency), "business", currency, "up")).toList());
    }

    static String revenue(String currency) {
        return Known.REVENUE + currency.toLowerCase(Locale.ROOT);
    }

    private void define(List<Row> rows) {
        database.sql("""
                insert into admin_metric_definitions (metric_key, source, display_order, label, label_ko, category, unit, good_direction)
                select key, 'built_in', place, label, label_ko, category, unit, good
                from unnest(:keys, :orders, :labels, :labelsKo, :categories, :units, :good) as known (key, place, label, label_ko, category, unit, good)
                on conflict (metric_key) do update set label = excluded.label, label_ko = excluded.label_ko, display_order = excluded.display_order
                where admin_metric_definitions.source = 'built_in' and (admin_metric_definitions.label, admin_metric_definitions.label_ko, admin_metric_definitions.display_order)
                  is distinct from (excluded.label, excluded.label_ko, excluded.display_order)""")
            .param("keys", rows.stream().map(Row::key).toArray(String[]::new)).param("orders", rows.stream().map(Row::order).toArray(Integer[]::new))
            .param("labels", rows.stream().map(Row::label).toArray(String[]::new)).param("labelsKo", rows.stream().map(Row::labelKo).toArray(String[]::new))
            .param("categories", rows.stream().map(Row::category).toArray(String[]::new)).param("units", rows.stream().map(Row::unit).toArray(String[]::new))
            .param("good", rows.stream().map(Row::good).toArray(String[]::new)).update();
    }

    private String say(String key, Locale language, Object... arguments) {
        return messages.getMessage("metrics.known." + key, arguments, language);
    }
}
