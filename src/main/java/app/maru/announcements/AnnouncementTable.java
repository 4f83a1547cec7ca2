package app.maru.announcements;

import java.util.List;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import app.maru.content.EntrySaved;
import app.maru.publishing.SchedulesChanged;
import app.maru.publishing.StandingsChanged;

/** Keeps true what other services read beside an announcement: who wrote it, where it stands, since when visitors see it. */
@Component
class AnnouncementTable {

    private static final String TYPE = "announcements";

    private final JdbcClient database;

    AnnouncementTable(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void written(EntrySaved saved) {
        if (saved.type().path().equals(TYPE) && saved.revision() == 1) {
            database.sql("""
                    update admin_announcements set author_profile_id = (select author from content_revisions where entry_id = announcement_id and number = 1)
                    where announcement_id = ?""").param(saved.entry()).update();
        }
    }

    @EventListener
    void stand(StandingsChanged changed) {
        if (changed.type().equals(TYPE)) {
            tellStanding(changed.entries());
        }
    }

    @EventListener
    void awaited(SchedulesChanged changed) {
        if (changed.type().equals(TYPE)) {
            tellStanding(changed.entries());
        }
    }

    private void tellStanding(List<UUID> announcements) {
        database.sql("""
                update admin_announcements set updated_at = now(),
                  status = case when entry.archived_at is not null then 'archived' when entry.live is not null then 'published'
                    when exists (select from content_schedules plan where plan.entry_id = entry.entry_id and plan.action = 'publish' and plan.state = 'pending')
                    then 'scheduled' else 'draft' end,
                  published_at = (select published_at from publications where publications.entry_id = entry.entry_id and until_edition is null)
                from content_entries entry where entry.entry_id = announcement_id and announcement_id = any (?)""")
            .param(announcements.toArray(UUID[]::new)).update();
    }
}
