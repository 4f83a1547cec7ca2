package app.maru.identity;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Those who may sign in and do this, by their names. */
    public List<Colleague> colleagues(Right right) {
        return jdbc.sql("""
                select p.id, coalesce(nullif(p.name, ''), p.email) as name, s.role from staff s join profiles p on p.id = s.profile_id
                where p.status = 'active' and p.deleted_at is null order by 2, p.id""")
            .query((row, number) -> Map.entry(new Colleague(row.getObject("id", UUID.class), row.getString("name")), Role.named(row.getString("role"))))
            .list().stream().filter(one -> right.heldBy(one.getValue())).map(Map.Entry::getKey).toList();
    }

    /** Whoever has that address. */
    public Optional<UUID> withEmail(String email) {
        return jdbc.sql("select id from profiles where lower(email) = lower(?) and deleted_at is null").param(email).query(UUID.class).optional();
    }
}
