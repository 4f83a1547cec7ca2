package app.maru.metrics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.metrics.Metric.Alert;
import app.maru.metrics.Metric.Direction;
import app.maru.metrics.Metric.Kind;

/** What is measured. */
@Repository
class Definitions {

    /** How many of their own admins may measure at a time. */
    static final int MOST = 200;

    private static final String ORDER = " order by display_order, label, id";

    private final JdbcClient database;

    Definitions(JdbcClient database) {
        this.database = database;
    }

    /** What is measured now, built-in ones first. */
    List<Metric> all() {
        return database.sql("select * from admin_metric_definitions where archived_at is null" + ORDER).query(Definitions::read).list();
    }

    List<Metric> archived() {
        return database.sql("select * from admin_metric_definitions where archived_at is not null" + ORDER).query(Definitions::read).list();
    }

    List<Metric> withAlerts() {
        return database.sql("""
            select * from admin_metric_definitions where archived_at is null and num_nonnulls(alert_above, alert_below, alert_missing_minutes) > 0""" + ORDER)
            .query(Definitions::read).list();
    }

    Optional<Metric> at(String key) {
        return database.sql("select * from admin_metric_definitions where metric_key = ?").param(key).query(Definitions::read).optional();
    }

    List<Metric> at(Collection<String> keys) {
        return database.sql("select * from admin_metric_definitions where metric_key = any (?)" + ORDER).param(keys.toArray(String[]::new)).query(Definitions::read).list();
    }

    List<Metric> withIds(Collection<UUID> ids) {
        return database.sql("select * from admin_metric_definitions where metric_id = any (?)").param(ids.toArray(UUID[]::new)).query(Definitions::read).list();
    }

    /** How many there are that people made and have not put away. */
    int own() {
        return database.sql("select count(*) from admin_metric_definitions where source = 'own' and archived_at is null").query(Integer.class).single();
    }

    /** Adds one; empty when there is one of that key. */
    Optional<Metric> add(Metric metric, @Nullable UUID by) {
        int added = database.sql("""
                insert into admin_metric_definitions (metric_id, metric_key, source, label, label_ko, category, unit, kind, target_value, good_direction,
                  alert_above, alert_below, alert_missing_minutes, created_by)
                values (:id, :key, 'own', :label, :labelKo, :category, :unit, :kind, :target, :good, :above, :below, :missing, :by)
                on conflict (metric_key) do nothing""")
            .param("id", metric.id()).param("key", metric.key()).param("by", by, Types.OTHER).params(said(metric)).update();
        return added == 0 ? Optional.empty() : at(metric.key());
    }

    /** Has it say something else, unless somebody was quicker; what Maru itself collects keeps its name and what its values are. */
    boolean save(Metric metric) {
        return database.sql("""
                update admin_metric_definitions set target_value = :target, good_direction = :good, alert_above = :above, alert_below = :below,
                  alert_missing_minutes = :missing, version = version + 1, updated_at = now(),
                  label = case source when 'own' then :label else label end, label_ko = case source when 'own' then :labelKo else label_ko end,
                  category = case source when 'own' then :category else category end, unit = case source when 'own' then :unit else unit end,
                  kind = case source when 'own' then :kind else kind end
                where metric_id = :id and version = :version""")
            .param("id", metric.id()).param("version", metric.version()).params(said(metric)).update() > 0;
    }

    private static Map<String, @Nullable Object> said(Metric metric) {
        var said = new HashMap<String, @Nullable Object>();
        said.put("label", metric.label());
        said.put("labelKo", metric.labelKo());
        said.put("category", metric.category());
        said.put("unit", metric.unit());
        said.put("kind", metric.kind().key());
        said.put("target", new SqlParameterValue(Types.NUMERIC, metric.target()));
        said.put("good", new SqlParameterValue(Types.VARCHAR, metric.good() == null ? null : metric.good().key()));
        said.put("above", new SqlParameterValue(Types.NUMERIC, metric.alert().above()));
        said.put("below", new SqlParameterValue(Types.NUMERIC, metric.alert().below()));
        said.put("missing", new SqlParameterValue(Types.INTEGER, metric.alert().missingMinutes()));
        return said;
    }

    /** Puts one of people's own away, or back. */
    boolean archive(String key, boolean away) {
        return database.sql("""
                update admin_metric_definitions set archived_at = case when :away then now() end, version = version + 1, updated_at = now()
                where metric_key = :key and source = 'own' and (archived_at is null) = :away""")
            .param("key", key).param("away", away).update() > 0;
    }

    private static Metric read(ResultSet row, int number) throws SQLException {
        var good = row.getString("good_direction");
        return new Metric(row.getObject("metric_id", UUID.class), row.getInt("version"), row.getString("metric_key"), row.getString("label"), row.getString("label_ko"),
            row.getString("category"), row.getString("unit"), Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), plain(row.getBigDecimal("target_value")),
            good == null ? null : Direction.valueOf(good.toUpperCase(Locale.ROOT)), alert(row), row.getString("source").equals("built_in"),
            row.getObject("archived_at") != null);
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(plain(row.getBigDecimal("alert_above")), plain(row.getBigDecimal("alert_below")), row.getObject("alert_missing_minutes", Integer.class));
    }

    /** The number without the noughts that the table keeps behind it. */
    static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
