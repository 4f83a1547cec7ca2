package app.maru.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everybody's widgets, pinned ones first. One that was removed can be had back until twenty others were. */
@Repository
class Widgets {

    private static final int REMEMBERED = 20;
    private static final TypeReference<Map<String, Object>> CONFIG = new TypeReference<>() {};
    private static final String OF = " where profile_id = :person and widget_id = :widget";

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    Widgets(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    List<Widget> of(UUID person) {
        return database.sql("select * from dashboard_widgets where profile_id = ? and removed_at is null order by is_pinned desc, position").param(person).query(this::widget).list();
    }

    /** Whether this person ever had one. */
    boolean isKnown(UUID person) {
        return database.sql("select exists (select from dashboard_widgets where profile_id = ?)").param(person).query(Boolean.class).single();
    }

    /** Gives these to somebody who never had any. */
    @Transactional
    public void begin(UUID person, List<Widget> widgets) {
        lock(person);
        if (!isKnown(person)) {
            widgets.forEach(widget -> insert(person, widget));
        }
    }

    /** Puts it behind all others. */
    @Transactional
    public void add(UUID person, Widget widget) {
        lock(person);
        insert(person, widget);
    }

    private void insert(UUID person, Widget widget) {
        database.sql("""
                insert into dashboard_widgets (widget_id, profile_id, widget_key, widget_type, title, position, size, config, is_pinned)
                values (:widget, :person, :key, :type, :title, (select coalesce(max(position) + 1, 0) from dashboard_widgets where profile_id = :person), :size, :config::jsonb, :pinned)""")
            .param("widget", widget.id()).param("person", person).param("key", widget.key()).param("type", widget.type()).param("title", widget.title())
            .param("size", widget.size().key()).param("config", json.writeValueAsString(widget.config())).param("pinned", widget.pinned()).update();
    }

    /** What it is called, how large it is, and whether it is pinned; what is null stays. */
    Widget change(UUID person, UUID id, @Nullable String title, @Nullable Size size, @Nullable Boolean pinned) {
        return one(person, id, database.sql("""
                update dashboard_widgets set title = coalesce(:title, title), size = coalesce(:size, size), is_pinned = coalesce(:pinned, is_pinned), updated_at = :now""" + OF + " and removed_at is null returning *")
            .param("title", title, java.sql.Types.VARCHAR).param("size", size == null ? null : size.key(), java.sql.Types.VARCHAR).param("pinned", pinned, java.sql.Types.BOOLEAN));
    }

    /** Takes it away, for now. */
    @Transactional
    public Widget remove(UUID person, UUID id) {
        var removed = one(person, id, database.sql("update dashboard_widgets set removed_at = :now, updated_at = :now" + OF + " and removed_at is null returning *"));
        database.sql("""
                delete from dashboard_widgets where profile_id = :person and removed_at < (
                  select removed_at from dashboard_widgets where profile_id = :person and removed_at is not null order by removed_at desc offset :most limit 1)""")
            .param("person", person).param("most", REMEMBERED - 1).update();
        return removed;
    }

    /** Puts it back where it was. */
    Widget restore(UUID person, UUID id) {
        return one(person, id, database.sql("update dashboard_widgets set removed_at = null, updated_at = :now" + OF + " returning *"));
    }

    private Widget one(UUID person, UUID id, JdbcClient.StatementSpec statement) {
        return statement.param("person", person).param("widget", id).param("now", now()).query(this::widget).optional().orElseThrow(() -> new NoSuchWidget(id));
    }

    /** Where a widget goes: one place earlier or later, or before or behind another. */
    sealed interface Goal {
        /** One place in that direction: -1 or 1. */
        record Step(int places) implements Goal {}

        /** Directly before that one, or behind it. */
        record Beside(UUID other, boolean behind) implements Goal {}
    }

    /** Moves it among those that are pinned, or among the others. */
    @Transactional
    public void move(UUID person, UUID id, Goal goal) {
        lock(person);
        var all = of(person);
        var moved = all.stream().filter(widget -> widget.id().equals(id)).findFirst().orElseThrow(() -> new NoSuchWidget(id));
        var among = new ArrayList<>(all.stream().filter(widget -> widget.pinned() == moved.pinned()).map(Widget::id).toList());
        int from = among.indexOf(id);
        among.remove(id);
        among.add(place(among, from, goal), id);
        var order = new ArrayList<>(among);
        all.stream().map(Widget::id).filter(other -> !order.contains(other)).forEach(order::add);
        database.sql("""
                update dashboard_widgets set position = place.number - 1, updated_at = :now
                from (select widget_id, row_number() over (order by array_position(:order::uuid[], widget_id), position) as number from dashboard_widgets where profile_id = :person) place
                where dashboard_widgets.widget_id = place.widget_id""")
            .param("order", order.toArray(UUID[]::new)).param("person", person).param("now", now()).update();
    }

    private static int place(List<UUID> others, int from, Goal goal) {
        return switch (goal) {
            case Goal.Step step -> Math.clamp(from + step.places(), 0, others.size());
            case Goal.Beside beside -> others.contains(beside.other()) ? others.indexOf(beside.other()) + (beside.behind() ? 1 : 0) : from;
        };
    }

    private void lock(UUID person) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('dashboard of ' || ?, 0))").param(person.toString()).query().singleRow();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Widget widget(ResultSet row, int number) throws SQLException {
        return new Widget(row.getObject("widget_id", UUID.class), row.getString("widget_key"), row.getString("widget_type"), row.getString("title"),
            Size.of(row.getString("size")).orElse(Size.MEDIUM), config(json.readTree(row.getString("config"))), row.getBoolean("is_pinned"));
    }

    /** Whatever somebody stored that is no object says nothing. */
    private Map<String, Object> config(JsonNode stored) {
        return stored.isObject() ? json.convertValue(stored, CONFIG) : Map.of();
    }
}
