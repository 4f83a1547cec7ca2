package app.maru.privacy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.web.server.ResponseStatusException;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** The people of whom something is kept, and all that the rooms keep of them. */
@Repository
class Subjects {

    private final JdbcClient database;
    private final List<Holding> holdings;

    Subjects(JdbcClient database, List<PersonalData> rooms) {
        this.database = database;
        this.holdings = rooms.stream().map(PersonalData::holdings).flatMap(Collection::stream).sorted(Comparator.comparing(Holding::table).thenComparing(Holding::column)).toList();
    }

    /** Some rows that are somebody's. */
    record Part(Holding holding, int count) {}

    List<Holding> holdings() {
        return holdings;
    }

    /**
     * Somebody who is still known.
     *
     * @throws ResponseStatusException 404 when nobody is
     */
    Subject known(UUID id) {
        return database.sql("select id, name, email, exists (select from staff where profile_id = profiles.id) as staff from profiles where id = ? and erased_at is null").param(id)
            .query((row, number) -> new Subject(row.getObject("id", UUID.class), row.getString("name"), row.getString("email"), row.getBoolean("staff"))).optional()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** How much there is of each, without what there is none of. */
    List<Part> parts(Subject subject) {
        return holdings.stream().map(holding -> new Part(holding, on("select count(*) from %s where %s".formatted(holding.table(), holding.condition()), subject)
            .query(Integer.class).single())).filter(part -> part.count > 0).toList();
    }

    /** A statement about the rows of somebody. */
    StatementSpec on(String statement, Subject subject) {
        return database.sql(statement).params(Map.of("person", subject.id(), "email", subject.email()));
    }
}
