package app.maru.content;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.InsertSubject;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.JdbcIdentifierBuilder;
import org.springframework.data.relational.core.conversion.IdValueSource;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * A type's own rows, written through Spring Data: the root, and those lists of children that changed. Saved as a whole
 * aggregate, every child would be deleted and inserted again for a changed headline.
 */
@Repository
class AggregateRows {

    private final JdbcAggregateOperations aggregates;
    private final DataAccessStrategy rows;
    private final RelationalMappingContext mapping;
    private final JdbcConverter converter;
    private final JdbcClient database;

    AggregateRows(JdbcAggregateOperations aggregates, DataAccessStrategy rows, RelationalMappingContext mapping, JdbcConverter converter,
                  JdbcClient database) {
        this.aggregates = aggregates;
        this.rows = rows;
        this.mapping = mapping;
        this.converter = converter;
        this.database = database;
    }

    void insert(ContentType type, Snapshot snapshot, UUID entry, Instant now) {
        aggregates.insert(type.aggregate(snapshot, entry, null, null, Stamp.at(now)));
    }

    /**
     * Writes what the snapshot says otherwise than the working copy.
     *
     * @throws OptimisticLockingFailureException when the rows have another version than the working copy, which whoever holds its lock rules out
     */
    void update(WorkingCopy current, Snapshot snapshot, Instant now) {
        var type = current.type();
        var changed = type.children().stream().filter(child -> !snapshot.saysTheSameAs(current.snapshot(), child.name())).toList();
        var stamped = snapshot.stamped(stamps(current, changed));
        updateRoot(type.shape().type(), type.aggregate(stamped, current.entry().id(), current.row(), current.version() + 1, current.stamp().changedAt(now)),
            current.version());
        changed.forEach(child -> replace(current, child, child.shape().type(), type.childrenOf(child, stamped)));
    }

    private <T> void updateRoot(Class<T> type, Object root, int version) {
        if (!rows.updateWithVersion(type.cast(root), type, version)) {
            throw new OptimisticLockingFailureException(root + " is no longer of version " + version);
        }
    }

    private <T> void replace(WorkingCopy current, ChildType child, Class<T> type, List<Object> children) {
        var list = mapping.getPersistentPropertyPath(child.name(), current.type().shape().type());
        var path = mapping.getAggregatePath(list);
        rows.delete(current.row(), list);
        var inserts = IntStream.range(0, children.size()).mapToObj(place -> InsertSubject.describedBy(type.cast(children.get(place)),
            JdbcIdentifierBuilder.forBackReferences(converter, path, root -> current.row()).withQualifier(path, place).build())).toList();
        if (!inserts.isEmpty()) {
            rows.insert(inserts, type, IdValueSource.NONE);
        }
    }

    /** What other services keep beside the children's rows would go with the rows when they are written again. */
    private Map<UUID, Stamp> stamps(WorkingCopy current, List<ChildType> children) {
        if (children.isEmpty()) {
            return Map.of();
        }
        var kept = children.stream().map(child -> "select %s, created_at, updated_at, metadata from %s where \"%s\" = :root"
            .formatted(Values.snake(child.idName()), child.table(), Values.snake(current.type().shape().type().getSimpleName())));
        var stamps = new HashMap<UUID, Stamp>();
        database.sql(kept.collect(Collectors.joining(" union all "))).param("root", current.row())
            .query(row -> {
                stamps.put(row.getObject(1, UUID.class), new Stamp(row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getObject(3, OffsetDateTime.class).toInstant(), new Json(row.getString(4))));
            });
        return stamps;
    }
}
