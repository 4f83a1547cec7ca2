package app.maru.histories;

import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What visitors should get in an edition, by the model: it follows from that edition and those before it. */
final class Visitors {

    private final Model model;

    Visitors(Model model) {
        this.model = model;
    }

    /** An answer: an entry, the slug that it has now, or neither. */
    record Found(int status, @Nullable Live entry, @Nullable String slug) {}

    /** Which entries a list has. */
    static Stream<Live> listed(Moment moment, Kind kind) {
        return moment.visible(kind).filter(live -> live.text().isListed());
    }

    Found one(Moment moment, Kind kind, String name) {
        var there = moment.named(kind, name);
        if (there.isPresent()) {
            return new Found(200, there.get(), null);
        }
        var past = past(moment, kind).filter(live -> name.equals(live.text().slug()) || name.equals(live.entry().toString()))
            .sorted(Comparator.comparing(Live::from).reversed()).toList();
        var moved = past.stream().filter(live -> name.equals(live.text().slug())).flatMap(live -> moment.visible(kind, live.entry()).stream()).findFirst();
        return moved.map(live -> new Found(308, null, live.text().slug())).orElseGet(() -> new Found(past.isEmpty() ? 404 : 410, null, null));
    }

    /** Everything of a type that visitors could ever see until then. */
    private Stream<Live> past(Moment moment, Kind kind) {
        return model.moments.stream().filter(one -> one.number() <= moment.number()).flatMap(one -> one.visible(kind)).distinct();
    }

    /** Why the entries cannot come in that order; empty when they can. */
    String wrong(Moment moment, Kind kind, List<UUID> found) {
        for (int i = 1; i < found.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!mayPrecede(moment, kind, found.get(j), found.get(i))) {
                    return "%s before %s".formatted(model.piece(found.get(j)), model.piece(found.get(i)));
                }
            }
        }
        return "";
    }

    private boolean mayPrecede(Moment moment, Kind kind, UUID one, UUID other) {
        var first = moment.live().get(one);
        var second = moment.live().get(other);
        if (!kind.ordered) {
            int newer = second.first().compareTo(first.first());
            return newer < 0 || newer == 0 && one.toString().compareTo(other.toString()) > 0;
        }
        if (!kind.isInCategory() || Objects.equals(first.text().category(), second.text().category())) {
            return moment.strangers().contains(one) || moment.strangers().contains(other)
                || moment.order().get(kind).indexOf(one) < moment.order().get(kind).indexOf(other);
        }
        return place(moment, first.text().category()) <= place(moment, second.text().category());
    }

    /** Where a category's entries come; those of a category that visitors cannot see come last. */
    private static int place(Moment moment, @Nullable UUID category) {
        return moment.live().containsKey(category) ? moment.order().get(Kind.CATEGORY).indexOf(category) : Integer.MAX_VALUE;
    }

    /** What an edition changed for visitors, in any order. */
    Set<String> changes(Moment moment) {
        var before = model.moment(moment.number() - 1);
        var entries = Stream.concat(before.live().keySet().stream(), moment.live().keySet().stream()).collect(toSet());
        var changes = new TreeSet<String>();
        for (var id : entries) {
            var begun = shown(moment.live().get(id), live -> live.from() == moment.number());
            var ended = shown(before.live().get(id), live -> moment.live().get(id) == null || moment.live().get(id).from() == moment.number());
            if (begun != null || ended != null) {
                changes.add("%s %s %s".formatted(id, begun != null ? begun.text().slug() : ended.text().slug(), how(ended, begun)));
            }
        }
        return changes;
    }

    private static @Nullable Live shown(@Nullable Live live, java.util.function.Predicate<Live> condition) {
        return live == null || live.text().isHidden() || !condition.test(live) ? null : live;
    }

    private static String how(@Nullable Live ended, @Nullable Live begun) {
        return ended == null ? "added" : begun == null ? "removed" : begun.saysTheSameAs(ended) ? "moved" : "changed";
    }

    /** The same for the desk, which sees what is hidden from visitors, too. */
    Map<UUID, String> deskChanges(Moment moment) {
        var before = model.moment(moment.number() - 1);
        var changes = new LinkedHashMap<UUID, String>();
        moment.live().forEach((id, live) -> {
            if (live.from() == moment.number()) {
                var ended = before.live().get(id);
                changes.put(id, ended == null ? "published" : live.saysTheSameAs(ended) ? "moved" : "changed");
            }
        });
        before.live().keySet().stream().filter(id -> !moment.live().containsKey(id)).forEach(id -> changes.put(id, "unpublished"));
        return changes;
    }
}
