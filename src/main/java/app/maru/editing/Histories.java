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
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.Revision;
import app.maru.identity.People;
import app.maru.publishing.Editions;
import app.maru.publishing.Editions.Span;

/** Draws up what happened to an entry: revision by revision, and between any two of them. */
@Component
class Histories {

    static final int PAGE = 10;

    private final Entries entries;
    private final Editions editions;
    private final People people;
    private final Comparing comparing;

    Histories(Entries entries, Editions editions, People people, Comparing comparing) {
        this.entries = entries;
        this.editions = editions;
        this.people = people;
        this.comparing = comparing;
    }

    /** The revisions before the number given (the newest when null), newest first. */
    List<HistoryLine> lines(ContentType type, Entry entry, @Nullable Integer before) {
        var revisions = entries.revisions(type, entry.id(), before, PAGE + 1);
        var names = names(revisions);
        var seen = seen(entry);
        return IntStream.range(0, Math.min(PAGE, revisions.size())).mapToObj(place -> {
            var next = place + 1 < revisions.size() ? revisions.get(place + 1) : null;
            return line(type, entry, revisions.get(place), next, names, seen);
        }).toList();
    }

    private HistoryLine line(ContentType type, Entry entry, Revision revision, @Nullable Revision before, Map<UUID, String> names, Map<Integer, Span> seen) {
        var changes = comparing.brief(type, before == null ? type.blank() : before.snapshot(), revision.snapshot());
        return new HistoryLine(revision, names.get(revision.author()), changes, before == null, revision.number() == entry.head(), seen.get(revision.number()));
    }

    /** One revision, without what it changed. */
    HistoryLine line(ContentType type, Entry entry, int number) {
        var revision = entries.revision(type, entry.id(), number);
        return new HistoryLine(revision, names(List.of(revision)).get(revision.author()), Comparison.NOTHING,
            number == 1, number == entry.head(), seen(entry).get(number));
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
