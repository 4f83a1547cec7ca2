package app.maru.editing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has which entry open, on whatever node: whoever is not heard of for a while has left. */
@Repository
class Presence {

    static final Duration FORGOTTEN = Duration.ofSeconds(50);

    private final JdbcClient database;
    private final Clock clock;

    Presence(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Says that the person has the entry open. */
    void enter(UUID entry, UUID person) {
        database.sql("delete from editing_presence where seen_at < ?").param(at(clock.instant().minus(FORGOTTEN))).update();
        database.sql("""
                insert into editing_presence (entry_id, profile_id, seen_at) values (:entry, :person, :now)
                on conflict (entry_id, profile_id) do update set seen_at = excluded.seen_at, updated_at = excluded.seen_at""")
            .param("entry", entry).param("person", person).param("now", at(clock.instant())).update();
    }

    void leave(UUID entry, UUID person) {
        database.sql("delete from editing_presence where entry_id = ? and profile_id = ?").param(entry).param(person).update();
    }

    /** The names of the others who have it open, the first of them first. */
    List<String> others(UUID entry, UUID person) {
        return database.sql("""
                select profile.name from editing_presence presence join profiles profile on profile.id = presence.profile_id
                where presence.entry_id = ? and presence.profile_id <> ? and presence.seen_at >= ? order by presence.id""")
            .param(entry).param(person).param(at(clock.instant().minus(FORGOTTEN))).query(String.class).list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
