package app.maru.editing;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import app.maru.content.Access;
import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.NoSuchEntry;
import app.maru.publishing.Editions;
import app.maru.publishing.Publishing.Exact;
import app.maru.publishing.Standing;

/** Draws up what would change for visitors. */
@Component
class Proposals {

    private final ContentTypes types;
    private final Entries entries;
    private final Editions editions;
    private final Comparing comparing;
    private final Remarking remarking;
    private final Words words;

    Proposals(ContentTypes types, Entries entries, Editions editions, Comparing comparing, Remarking remarking,
              Words words) {
        this.types = types;
        this.entries = entries;
        this.editions = editions;
        this.comparing = comparing;
        this.remarking = remarking;
        this.words = words;
    }

    /** What the first of the revisions would change, and what goes live with it. */
    Proposal of(List<Exact> revisions) {
        var all = revisions.stream().map(this::one).toList();
        var first = all.getFirst();
        return new Proposal(first.entry(), first.title(), first.revision(), first.live(), first.address(), first.former(), first.hidden(),
            first.comparison(), first.remarks(), all.subList(1, all.size()));
    }

    /** Whether somebody has to say that they have seen a warning before the revisions go live. */
    boolean isWarnedOf(List<Exact> revisions) {
        return revisions.stream().anyMatch(exact -> {
            var entry = entry(exact);
            var type = types.of(entry.type());
            return remarking.isWarnedOf(type, entries.revision(type, entry.id(), exact.revision()).snapshot());
        });
    }

    private Entry entry(Exact exact) {
        return entries.find(exact.entry()).orElseThrow(() -> new NoSuchEntry(exact.entry()));
    }

    private Proposal one(Exact exact) {
        var entry = entry(exact);
        var type = types.of(entry.type());
        var after = entries.revision(type, entry.id(), exact.revision()).snapshot();
        var before = entry.live() == null ? type.blank() : entries.revision(type, entry.id(), entry.live()).snapshot();
        var address = address(type, entry.id(), type.slugOf(after));
        return new Proposal(entry, words.title(type.titleOf(after)), exact.revision(), entry.live(), address, former(type, entry, address),
            type.accessOf(after) == Access.HIDDEN, comparing.brief(type, before, after),
            remarking.now(Sheet.of(type, entry.id(), after)), List.of());
    }

    private static @Nullable String address(ContentType type, UUID entry, @Nullable String slug) {
        return type.slug() == null ? null : "/" + type.path() + "/" + (slug == null ? entry : slug);
    }

    private @Nullable String former(ContentType type, Entry entry, @Nullable String address) {
        return editions.standing(entry.id()).filter(Standing::reachable).map(standing -> address(type, entry.id(), standing.slug()))
            .filter(known -> !known.equals(address)).orElse(null);
    }
}
