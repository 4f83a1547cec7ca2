package app.maru.histories;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One edition: all that is published in it.
 *
 * @param action what committed it
 * @param order the entries of each type, in the order that staff had put them in
 * @param strangers live entries whose working copy has its place below another parent: where they stand is not promised
 * @param served the order in which visitors were first seen to get a type's entries; it never changes again
 */
record Moment(long number, String action, Instant at, boolean scheduled, Map<UUID, Live> live, Map<Kind, List<UUID>> order, Set<UUID> strangers,
              Map<Kind, List<UUID>> served) {

    Moment(long number, String action, Instant at, boolean scheduled, Map<UUID, Live> live, Map<Kind, List<UUID>> order, Set<UUID> strangers) {
        this(number, action, at, scheduled, Map.copyOf(live), Map.copyOf(order), Set.copyOf(strangers), new EnumMap<>(Kind.class));
    }

    /** The entries of a type that visitors can reach. */
    Stream<Live> visible(Kind kind) {
        return live.values().stream().filter(entry -> entry.kind() == kind && !entry.text().isHidden());
    }

    Optional<Live> visible(Kind kind, @Nullable UUID id) {
        return visible(kind).filter(entry -> entry.entry().equals(id)).findFirst();
    }

    Optional<Live> named(Kind kind, String name) {
        return visible(kind).filter(entry -> name.equals(entry.text().slug()) || name.equals(entry.entry().toString())).findFirst();
    }
}
