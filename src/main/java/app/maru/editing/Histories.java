package app.maru.editing;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import app.maru.content.ContentType;
import app.maru.content.Entry;
import app.maru.content.Revision;
import app.maru.content.Revisions;
import app.maru.content.Revisions.Which;
import app.maru.identity.People;
import app.maru.publishing.Editions;
import app.maru.publishing.Editions.Span;

/** Draws up what happened to an entry: revision by revision, and between any two of them. */
@Component
class Histories {

    static final int PAGE = 10;

    private final Revisions revisions;
    private final Editions editions;
    private final People people;
    private final Comparing comparing;

    Histories(Revisions revisions, Editions editions, People people, Comparing comparing) {
        this.revisions = revisions;
        this.editions = editions;
        this.people = people;
        this.comparing = comparing;
    }

    /** A page of the history: the revisions before the number given (the newest when null), newest first. */
    HistoryPart part(ContentType type, Entry entry, HistoryPart.Shown shown, @Nullable Integer before) {
        var seen = seen(entry);
        var which = switch (shown) {
            case ALL -> new Which.All();
            case NAMED -> new Which.Named();
            case PUBLISHED -> new Which.Of(seen.keySet());
        };
        var found = revisions.before(type, entry.id(), before, which, PAGE + 1);
        var names = names(found);
        var lines = IntStream.range(0, Math.min(PAGE, found.size()))
            .mapToObj(place -> line(type, entry, found.get(place), place + 1 < found.size() ? found.get(place + 1) : earlier(type, found.get(place)), names, seen)).toList();
        return HistoryPart.of(entry, shown, before, lines, found.size() > PAGE);
    }

    private @Nullable Revision earlier(ContentType type, Revision revision) {
        return revision.number() == 1 ? null : revisions.revision(type, revision.entry(), revision.number() - 1);
    }

    private HistoryLine line(ContentType type, Entry entry, Revision revision, @Nullable Revision before, Map<UUID, String> names, Map<Integer, Span> seen) {
        var changes = comparing.brief(type, before == null ? type.blank() : before.snapshot(), revision.snapshot());
        return new HistoryLine(revision, names.get(revision.author()), changes, before == null, revision.number() == entry.head(), seen.get(revision.number()));
    }

    /** One revision, without what it changed. */
    HistoryLine line(ContentType type, Entry entry, int number) {
        var revision = revisions.revision(type, entry.id(), number);
        return new HistoryLine(revision, names(List.of(revision)).get(revision.author()), Comparison.NOTHING,
            number == 1, number == entry.head(), seen(entry).get(number));
    }

    /** Everything that a revision says. */
    Comparison says(ContentType type, HistoryLine line) {
        return comparing.whole(type, type.blank(), line.revision().snapshot());
    }

    /** What turned one revision into another. */
    Comparison between(ContentType type, HistoryLine from, HistoryLine to) {
        return comparing.whole(type, from.revision().snapshot(), to.revision().snapshot());
    }

    private Map<UUID, String> names(List<Revision> revisions) {
        return new HashMap<>(people.names(revisions.stream().map(Revision::author).filter(Objects::nonNull).collect(toSet())));
    }

    private Map<Integer, Span> seen(Entry entry) {
        return editions.spans(entry.id()).stream().collect(toMap(Span::revision, span -> span, (earlier, later) -> later));
    }
}
