package app.maru.editing;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import app.maru.content.Access;
import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Snapshot;
import app.maru.editing.EditionLine.ChangedEntry;
import app.maru.identity.People;
import app.maru.publishing.Edition;
import app.maru.publishing.Edition.Change;
import app.maru.publishing.Editions;

/** Draws up what happened to the published site: edition by edition, and what each changed for visitors. */
@Component
class EditionHistory {

    static final int PAGE = 20;

    private final Editions editions;
    private final Entries entries;
    private final ContentTypes types;
    private final People people;
    private final Comparing comparing;
    private final Words words;

    EditionHistory(Editions editions, Entries entries, ContentTypes types, People people, Comparing comparing, Words words) {
        this.editions = editions;
        this.entries = entries;
        this.types = types;
        this.people = people;
        this.comparing = comparing;
        this.words = words;
    }

    /** Editions before the number given (the newest when null), newest first. */
    List<EditionLine> lines(@Nullable Long before) {
        var page = editions.page(before, PAGE);
        var names = names(page);
        return page.stream().map(edition -> line(edition, names, this::told)).toList();
    }

    /** One edition, with what it changed field by field. */
    EditionLine line(long number, int skipped) {
        var edition = editions.edition(number, skipped);
        return line(edition, names(List.of(edition)), change -> compared(change, number));
    }

    private Map<UUID, String> names(List<Edition> page) {
        return new HashMap<>(people.names(page.stream().map(Edition::author).filter(Objects::nonNull).collect(toSet())));
    }

    private EditionLine line(Edition edition, Map<UUID, String> names, Function<Change, ChangedEntry> change) {
        return new EditionLine(edition, names.get(edition.author()), edition.changes().stream().map(change).toList());
    }

    private ChangedEntry told(Change change) {
        var kind = types.at(change.type()).map(type -> words.say(type.messageKey() + ".one")).orElse(null);
        return new ChangedEntry(change, words.title(change.title()), kind, Comparison.NOTHING, null);
    }

    private ChangedEntry compared(Change change, long edition) {
        var told = told(change);
        return types.at(change.type()).map(type -> {
            var after = change.revision() == null ? null : snapshot(type, change.entry(), change.revision());
            var before = change.before() == null ? type.blank() : snapshot(type, change.entry(), change.before());
            return new ChangedEntry(change, told.title(), told.kind(), after == null ? Comparison.NOTHING : comparing.brief(type, before, after),
                after == null ? null : api(type, change, after, edition));
        }).orElse(told);
    }

    private Snapshot snapshot(ContentType type, UUID entry, int revision) {
        return entries.revision(type, entry, revision).snapshot();
    }

    private static @Nullable String api(ContentType type, Change change, Snapshot published, long edition) {
        var slug = type.slugOf(published);
        return type.accessOf(published) == Access.HIDDEN ? null
            : "/api/v1/%s/%s?edition=%d".formatted(type.path(), slug == null ? change.entry() : slug, edition);
    }
}
