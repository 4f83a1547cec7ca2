package app.maru.content;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import app.maru.content.Unsaved.Part;

/**
 * Keeps what a person has typed and not saved, whatever it says. Nobody else sees it, and the entry stays as it is. Of
 * two sittings of one person the later text counts, place by place.
 */
@Component
public class Keeping {

    private final UnsavedTexts texts;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Keeping(UnsavedTexts texts, JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.texts = texts;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A form's changes as a sitting sends them.
     *
     * @param number counts what this sitting sends: what is overtaken on its way changes nothing
     * @param base the revision that the form was made from; 0 for the blank of a new entry
     * @param form what was changed since it last sent something
     */
    public record Changes(ContentType type, UUID entry, UUID person, UUID sitting, int number, int base, MultiValueMap<String, String> form) {}

    /** What became of them: why they were not kept, when there is a reason; what was kept before stays. */
    public record Kept(Instant at, List<Problem> problems) {}

    /** A new entry that somebody began to type and has not saved. */
    public record Beginning(UUID entry, String title, Instant at) {}

    /**
     * Text of any entry that somebody typed and has not saved.
     *
     * @param stored whether the entry was ever saved
     */
    public record Left(UUID entry, String type, String title, Instant at, boolean stored) {

        /** The desk's address of its form. */
        public String address() {
            return stored ? "/" + type + "/" + entry : "/" + type + "/new?entry=" + entry;
        }
    }

    /** Everything that the person has typed into the entry's form and not saved. */
    public Unsaved of(UUID entry, UUID person) {
        return texts.of(entry, person);
    }

    /**
     * Lays the changes over what was kept before.
     *
     * @throws NoSuchEntry when there is no such entry, or no such revision of it
     */
    public Kept keep(Changes changes) {
        demandBase(changes);
        var part = new Part(changes.sitting(), changes.number(), changes.base(), storable(changes.form()), clock.instant());
        var problems = new ArrayList<>(unknown(changes.type(), part.form()));
        if (problems.isEmpty() && isOfAnotherEntry(changes)) {
            problems.add(Problem.storable("", "BelongsElsewhere"));
        }
        if (problems.isEmpty() && !part.form().isEmpty() && !Boolean.TRUE.equals(transaction.execute(status -> put(changes, part)))) {
            problems.add(Problem.storable("", "TooMuchText"));
        }
        return new Kept(part.at(), problems);
    }

    private boolean put(Changes changes, Part part) {
        if (texts.isLate(changes.entry(), changes.person(), part.sitting(), part.number())) {
            return true;
        }
        boolean put = texts.put(changes.type(), changes.entry(), changes.person(), part);
        if (put) {
            texts.clearOthers(changes.entry(), changes.person(), part);
        }
        return put;
    }

    private void demandBase(Changes changes) {
        var type = database.sql("""
                select entry.type from content_entries entry where entry.entry_id = :entry and (:base = 0
                  or exists (select from content_revisions revision where revision.entry_id = :entry and revision.number = :base))""")
            .param("entry", changes.entry()).param("base", changes.base()).query(String.class).optional();
        if (changes.base() > 0 && type.isEmpty() || type.filter(found -> !found.equals(changes.type().path())).isPresent()) {
            throw new NoSuchEntry(changes.type().path() + "/" + changes.entry() + ", revision " + changes.base());
        }
    }

    private static MultiValueMap<String, String> storable(MultiValueMap<String, String> form) {
        var texts = new LinkedMultiValueMap<String, String>();
        form.forEach((path, values) -> texts.put(path, values.stream().map(Values::storable).toList()));
        return texts;
    }

    private static List<Problem> unknown(ContentType type, MultiValueMap<String, String> form) {
        return form.keySet().stream().filter(path -> !Form.isPlaceOf(type, path))
            .map(path -> Problem.storable("", "UnknownField", Form.shortened(path))).toList();
    }

    /** A child keeps its id for ever: one of another entry would be refused by every save. */
    private boolean isOfAnotherEntry(Changes changes) {
        return children(changes).entrySet().stream().anyMatch(named -> database.sql("""
                select exists (select from %s child join %s root on root.id = child."%s"
                               where child.%s = any (:ids) and root.%s <> :entry)"""
                .formatted(named.getKey().table(), changes.type().table(), Values.snake(changes.type().shape().type().getSimpleName()),
                    Values.snake(named.getKey().idName()), changes.type().idColumn()))
            .param("ids", named.getValue().toArray(UUID[]::new)).param("entry", changes.entry()).query(Boolean.class).single());
    }

    private static Map<ChildType, Set<UUID>> children(Changes changes) {
        var children = new LinkedHashMap<ChildType, Set<UUID>>();
        changes.type().children().forEach(child -> {
            var ids = new LinkedHashSet<>(Form.ids(changes.form(), Paths.order(child.name())));
            changes.form().keySet().stream().map(Paths::child).flatMap(Optional::stream)
                .filter(path -> path.children().equals(child.name())).forEach(path -> ids.add(path.id()));
            if (!ids.isEmpty()) {
                children.put(child, ids);
            }
        });
        return children;
    }

    /** Throws all of it away, with what the sitting has sent so far; false when there is none. */
    public boolean discard(UUID entry, UUID person, Sitting sitting) {
        return texts.discard(entry, person, sitting.id(), sitting.number()) > 0;
    }

    /** Takes back what was thrown away last; false when there is none. */
    public boolean restore(UUID entry, UUID person) {
        return texts.restore(entry, person) > 0;
    }

    /** New entries of that type that the person began to type and has not saved, the last first. */
    public List<Beginning> beginnings(ContentType type, UUID person) {
        return texts.beginnings(type, person);
    }

    /** Whatever entries of these types the person has typed into and not saved, the last first. */
    public List<Left> left(List<ContentType> types, UUID person, int most) {
        return texts.left(types, person, most);
    }
}
