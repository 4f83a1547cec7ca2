package app.maru.histories;

import static app.maru.histories.Mismatch.unlessSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.Listing;
import app.maru.content.Listings;
import app.maru.content.Revisions;
import app.maru.content.Snapshot;
import app.maru.content.Values;
import app.maru.identity.TestPeople;
import app.maru.publishing.Editions;
import app.maru.publishing.Schedule;
import app.maru.publishing.Schedules;

/** Looks at everything that staff see: lists, entries, their histories and times, and the editions. */
final class DeskLook {

    private static final int ALL = 100;

    private final House house;
    private final Model model;
    private final Visitors visitors;
    private final Tally tally;

    DeskLook(House house, Model model, Tally tally) {
        this.house = house;
        this.model = model;
        this.visitors = new Visitors(model);
        this.tally = tally;
    }

    /** The list of a type: what is in it, in which order and state, and the counts above it. */
    void list(Kind kind) {
        tally.asked();
        var page = house.the(Listings.class).page(Listing.of(house.type(kind), Map.of()).of(ALL));
        var expected = expectedOrder(kind).stream().map(this::line).toList();
        var found = page.entries().stream().map(DeskLook::line).toList();
        unlessSame("the desk's list of " + kind.word(), kind.ordered ? expected : expected.stream().sorted().toList(),
            kind.ordered ? found : found.stream().sorted().toList());
        var counts = new TreeMap<String, Integer>();
        page.counts().forEach((tab, count) -> {
            if (count.number() > 0) counts.put(tab.key(), count.number());
        });
        var states = new TreeMap<String, Integer>();
        pieces(kind).forEach(piece -> states.merge(piece.state(), 1, Integer::sum));
        pieces(kind).stream().filter(piece -> !model.pending(piece).isEmpty()).forEach(piece -> states.merge("scheduled", 1, Integer::sum));
        unlessSame("the counts above the desk's list of " + kind.word(), states, counts);
    }

    private List<Piece> pieces(Kind kind) {
        return model.order(kind).stream().map(model::piece).map(Objects::requireNonNull).toList();
    }

    /** Those that are not put away; by the order of their parents first where they have any. */
    private List<Piece> expectedOrder(Kind kind) {
        var shown = new ArrayList<>(pieces(kind).stream().filter(piece -> !piece.archived).toList());
        if (kind.isInCategory()) {
            shown.sort(java.util.Comparator.comparing(piece -> piece.parent() == null ? Integer.MAX_VALUE : model.order(Kind.CATEGORY).indexOf(piece.parent())));
        }
        return shown;
    }

    private String line(Piece piece) {
        return line(piece.id, piece.text().title(), piece.text().slug(), piece.state(), piece.head, piece.live, piece.revisions.size());
    }

    private static String line(Entry entry) {
        return line(entry.id(), entry.title(), entry.slug(), entry.state().key(), entry.head(), entry.live(), entry.revisions());
    }

    private static String line(UUID id, String title, @Nullable String slug, String state, int head, @Nullable Integer live, int revisions) {
        return "%s '%s' %s %s, head %d, live %s, %d revisions".formatted(id.toString().substring(0, 8), title, slug, state, head, live, revisions);
    }

    /** One entry whole: its row, what it says, all it ever said, when visitors saw which, and what is to happen to it. */
    void entry(Piece piece) {
        tally.asked();
        var type = house.type(piece.kind());
        var entries = house.the(Entries.class);
        var copy = entries.workingCopy(type, piece.id);
        unlessSame("the row of " + piece, line(piece), line(copy.entry()));
        unlessSame("the lock version of " + piece, piece.version(), copy.version());
        unlessSame("what " + piece + " says", piece.text().json(piece.kind()), said(piece.kind(), copy.snapshot()));
        var history = house.the(Revisions.class).before(type, piece.id, null, ALL).reversed();
        unlessSame("the history of " + piece,
            piece.revisions.stream().map(one -> one.text().json(piece.kind()) + " at " + one.written() + " from " + one.restoredFrom()).toList(),
            history.stream().map(one -> said(piece.kind(), one.snapshot()) + " at " + one.createdAt() + " from " + one.restoredFrom()).toList());
        unlessSame("when visitors saw what of " + piece, spans(piece), house.the(Editions.class).spans(piece.id).toString());
        plans(piece);
    }

    private static Map<String, @Nullable Object> said(Kind kind, Snapshot snapshot) {
        return text(kind, snapshot).json(kind);
    }

    private static Text text(Kind kind, Snapshot snapshot) {
        var cards = kind.cards == null ? List.<Text.Card>of() : snapshot.items(kind.cards.name()).stream()
            .map(item -> new Text.Card(item.id(), Values.text(item.fields().get(kind.cards.label())))).toList();
        return new Text(Values.text(snapshot.value(kind.title)), Values.text(snapshot.value(kind.body.name())),
            kind.slugged ? (String) snapshot.value("slug") : null, kind.hasVisibility() ? Values.text(snapshot.value("visibility")) : "public",
            !kind.canBeInactive() || Boolean.TRUE.equals(snapshot.value("isActive")),
            kind.isInCategory() && snapshot.value("category") != null ? UUID.fromString(Values.text(snapshot.value("category"))) : null, cards);
    }

    /** The runs of editions in which one revision was live. */
    private String spans(Piece piece) {
        var spans = new ArrayList<Editions.Span>();
        for (var moment : model.moments) {
            var live = moment.live().get(piece.id);
            var open = spans.isEmpty() || spans.getLast().until() != null ? null : spans.getLast();
            if (open != null && (live == null || live.revision() != open.revision())) {
                spans.set(spans.size() - 1, new Editions.Span(open.revision(), open.from(), moment.number()));
                open = null;
            }
            if (open == null && live != null) {
                spans.add(new Editions.Span(live.revision(), moment.number(), null));
            }
        }
        return spans.toString();
    }

    private void plans(Piece piece) {
        var schedules = house.the(Schedules.class);
        unlessSame("what is to happen to " + piece, model.pending(piece).stream().map(plan -> plan.action + " " + plan.revision + " " + plan.at).toList(),
            schedules.pending(piece.id).stream().map(plan -> plan.action() + " " + plan.revision() + " " + plan.at()).toList());
        model.plans.stream().filter(plan -> plan.piece == piece && plan.id != null).forEach(plan -> {
            var found = schedules.schedule(piece.id, Objects.requireNonNull(plan.id));
            unlessSame("what came of what was to happen to " + piece, plan.state + " " + plan.edition + " " + plan.reasons, came(found));
        });
    }

    private static String came(Schedule plan) {
        return plan.state() + " " + plan.edition() + " " + Reasons.of(plan.problems());
    }

    /** The newest editions: by what, when, and what each changed. */
    void editions() {
        tally.asked();
        var known = model.moments.stream().skip(1).toList().reversed().stream().limit(3).toList();
        var found = house.the(Editions.class).page(null, known.size());
        unlessSame("the newest edition", model.moment().number(), house.the(Editions.class).newest());
        for (int i = 0; i < known.size(); i++) {
            var edition = house.the(Editions.class).edition(found.get(i).number());
            var expected = known.get(i);
            unlessSame("the desk's edition " + expected.number(),
                "%d %s by %s at %s%s".formatted(expected.number(), expected.action(), TestPeople.EDITOR.id(), expected.at(), expected.scheduled() ? " as scheduled" : ""),
                "%d %s by %s at %s%s".formatted(edition.number(), edition.action().key(), edition.author(), edition.createdAt(), edition.scheduled() ? " as scheduled" : ""));
            var changes = new TreeMap<UUID, String>();
            edition.changes().forEach(change -> changes.put(change.entry(), change.how().key()));
            unlessSame("what the desk's edition " + expected.number() + " changed", new TreeMap<>(visitors.deskChanges(expected)), changes);
        }
    }

    /** What other services read of announcements. */
    void announcements() {
        tally.asked();
        var found = new TreeMap<String, String>();
        house.the(JdbcClient.class).sql("select announcement_id::text, status || ' ' || coalesce(to_char(published_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), '') from admin_announcements")
            .query(row -> {
                found.put(row.getString(1), row.getString(2));
            });
        var expected = new TreeMap<String, String>();
        pieces(Kind.NEWS).forEach(piece -> expected.put(piece.id.toString(), status(piece)));
        unlessSame("the table of announcements", expected, found);
    }

    private String status(Piece piece) {
        var live = model.moment().live().get(piece.id);
        boolean awaited = model.pending(piece).stream().anyMatch(plan -> plan.action == Schedule.Action.PUBLISH);
        return (piece.archived ? "archived" : live != null ? "published" : awaited ? "scheduled" : "draft") + " " + (live == null ? "" : live.published());
    }
}
