package app.maru.audit;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import app.maru.events.Mark;
import app.maru.identity.People;
import app.maru.identity.Person;
import app.maru.profiles.Directory;
import app.maru.profiles.Directory.Known;

/** Makes pages of the log. */
@Component
class AuditPages {

    private static final int MEANT = 8;
    private static final int FEW = 3;

    private final Records records;
    private final Sealing sealing;
    private final Directory directory;
    private final People people;
    private final MessageSource messages;

    AuditPages(Records records, Sealing sealing, Directory directory, People people, MessageSource messages) {
        this.records = records;
        this.sealing = sealing;
        this.directory = directory;
        this.people = people;
        this.messages = messages;
    }

    /**
     * A page of the log.
     *
     * @param events what rows may be called, for the filter
     * @param person whose rows these are; null for anybody's, or of who is not known any more
     * @param meant who may be meant by what was typed
     * @param last the last row, if there are older ones
     * @param newest where the chain ends
     */
    record Page(AuditQuery query, List<Line> lines, List<Event> events, @Nullable Known person, List<Known> meant, @Nullable String last, Link newest) {}

    /** A kind of row as it is called. */
    record Event(String key, String name) {}

    /**
     * A row as a person reads it.
     *
     * @param who who did it; null for the product or somebody unknown
     * @param whose the address of their page; null where they have none
     */
    record Line(Logged logged, String what, @Nullable String who, @Nullable String whose, List<Change> changes) {

        /** Whether what changed is shown at once. */
        public boolean few() {
            return changes.size() <= FEW;
        }
    }

    /** A field that changed. */
    record Change(String field, String before, String after) {}

    Page page(AuditQuery query, Person person) {
        var found = records.page(query, person.zone(), Records.PAGE);
        boolean more = found.size() > Records.PAGE;
        var shown = more ? found.subList(0, Records.PAGE) : found;
        return new Page(query, lines(shown), records.events().stream().map(key -> new Event(key, name(key))).toList(),
            query.person() == null ? null : directory.known(query.person()).orElse(null), query.who().isEmpty() ? List.of() : directory.find(query.who(), MEANT),
            more ? shown.stream().reduce((one, other) -> other).map(Logged::mark).map(Mark::toString).orElse(null) : null, sealing.newest());
    }

    private List<Line> lines(Collection<Logged> rows) {
        var names = people.names(rows.stream().map(Logged::person).filter(Objects::nonNull).collect(Collectors.toSet()));
        return rows.stream().map(row -> line(row, names)).toList();
    }

    private Line line(Logged row, Map<UUID, String> names) {
        var name = row.person() == null ? null : names.get(row.person());
        return new Line(row, name(row.event()), name != null ? name : row.email(), name == null ? null : "/profiles/" + row.person(), changes(row));
    }

    private List<Change> changes(Logged row) {
        var fields = new TreeSet<>(row.before().keySet());
        fields.addAll(row.after().keySet());
        return fields.stream().map(field -> new Change(say("audit.field." + field, field), row.before().getOrDefault(field, ""), row.after().getOrDefault(field, ""))).toList();
    }

    /** What a row is called; one that has no words yet is called what it is in the table. */
    String name(String event) {
        return say("audit.event." + event, event.replace('_', ' '));
    }

    private String say(String key, String otherwise) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, locale()));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
