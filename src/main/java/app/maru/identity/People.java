package app.maru.identity;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people this desk knows. */
@Repository
public class People {

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How to call each of these people; whoever is no longer known is missing. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("select id, coalesce(nullif(name, ''), email) as name from profiles where id = any (:ids)")
            .param("ids", ids.toArray(UUID[]::new))
            .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
            .list().stream().collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
