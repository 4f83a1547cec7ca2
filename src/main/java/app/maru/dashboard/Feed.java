package app.maru.dashboard;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What concerns each person, the newest first; kept for a season. */
@Repository
class Feed {

    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient database;
    private final MessageSource messages;
    private final Clock clock;

    Feed(JdbcClient database, MessageSource messages, Clock clock) {
        this.database = database;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Something that concerns somebody.
     *
     * @param category what happened, as the last part of its message key
     * @param title what the thing is called to which it happened, or the first of them
     * @param description what somebody said about it
     * @param amount how many things there are
     * @param by who did it; null for nobody in particular
     * @param cause what gave rise to it, where that may be seen twice; null where it cannot
     */
    record Activity(String category, String icon, String title, String description, int amount, String href, @Nullable UUID by, @Nullable String cause) {}

    /** Tells somebody, once. */
    void tell(UUID person, Activity activity) {
        database.sql("""
                insert into dashboard_activity_feed (profile_id, category, title, description, icon, href, actor_profile_id, amount, cause, created_at)
                values (:person, :category, :title, :description, :icon, :href, :by, :amount, :cause, :now)
                on conflict (profile_id, category, cause) where cause is not null do nothing""")
            .param("person", person).param("category", activity.category).param("title", activity.title).param("description", activity.description)
            .param("icon", activity.icon).param("href", activity.href).param("by", activity.by, Types.OTHER).param("amount", activity.amount)
            .param("cause", activity.cause, Types.VARCHAR).param("now", time(clock.instant())).update();
        database.sql("delete from dashboard_activity_feed where profile_id = ? and created_at < ?").param(person).param(time(clock.instant().minus(KEPT))).update();
    }

    List<Row> rows(UUID person, int most) {
        return database.sql("""
                select feed.*, coalesce(nullif(actor.name, ''), actor.email) as actor from dashboard_activity_feed feed left join profiles actor on actor.id = feed.actor_profile_id
                where feed.profile_id = ? order by feed.created_at desc, feed.id desc limit ?""").param(person).param(most)
            .query((row, number) -> new Row(row.getString("icon").isEmpty() ? "bell" : row.getString("icon"),
                sentence(row.getString("category"), row.getString("actor"), row.getString("title"), row.getInt("amount")), row.getString("href").isEmpty() ? null : row.getString("href"),
                row.getString("description"), row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getString("category").equals(FeedListening.FAILED))).list();
    }

    /** What nobody has words for says its title. */
    private String sentence(String category, @Nullable String actor, String title, int amount) {
        var who = actor == null ? say("editor.somebody") : actor;
        var what = title.isBlank() ? say("editor.untitled") : title;
        return messages.getMessage("dashboard.activity." + category, new Object[] {who, what, amount - 1}, what, locale());
    }

    private String say(String key) {
        return messages.getMessage(key, null, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
