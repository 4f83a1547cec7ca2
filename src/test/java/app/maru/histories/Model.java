package app.maru.histories;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Everything that the house knows, as plain maps and lists; other classes of this room say what each act makes of it. */
final class Model {

    final String history;
    final Map<Slot, Piece> pieces = new LinkedHashMap<>();
    final Map<Kind, List<UUID>> order = new EnumMap<>(Kind.class);
    final List<Moment> moments = new ArrayList<>();
    final List<Plan> plans = new ArrayList<>();
    final List<Undoable> undoables = new ArrayList<>();
    /** What the last step has concerned. */
    final Set<Piece> touched = new LinkedHashSet<>();
    /** Whoever had to step aside for the one that was moved last: how narrow it was between two is the house's business. */
    List<UUID> aside = List.of();
    private final Map<UUID, @Nullable UUID> placed = new HashMap<>();
    Instant now;

    /**
     * Something that can be taken back.
     *
     * @param before what there was before it was done
     * @param after what there was when it was done
     */
    record Undoable(Supplier<Answer> undo, String before, String after) {}

    Model(String history, long edition, Instant now) {
        this.history = history;
        this.now = now;
        moments.add(new Moment(edition, "", now, false, Map.of(), Map.of(), Set.of()));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Nullable Piece at(Slot slot) {
        return pieces.get(slot);
    }

    @Nullable Piece piece(@Nullable UUID id) {
        return pieces.values().stream().filter(piece -> piece.id.equals(id)).findFirst().orElse(null);
    }

    /** The newest edition. */
    Moment moment() {
        return moments.getLast();
    }

    Moment moment(long number) {
        return moments.get((int) (number - moments.getFirst().number()));
    }

    List<UUID> order(Kind kind) {
        return order.computeIfAbsent(kind, any -> new ArrayList<>());
    }

    /** The entries among which the piece has its place, itself included, in order. */
    List<UUID> siblings(Piece piece) {
        return order(piece.kind()).stream().filter(id -> Objects.equals(piece(id).parent(), piece.parent())).toList();
    }

    /** One more edition: those entries end with it, and those publications begin. */
    long commit(String action, boolean scheduled, Set<UUID> closed, List<Live> opened) {
        long number = moment().number() + 1;
        var live = new HashMap<>(moment().live());
        closed.forEach(live::remove);
        opened.forEach(one -> live.put(one.entry(), one.since(number)));
        var orders = order.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
        var strangers = live.values().stream().filter(one -> one.kind().isInCategory() && !Objects.equals(one.text().category(), piece(one.entry()).parent()))
            .map(Live::entry).collect(Collectors.toSet());
        moments.add(new Moment(number, action, now, scheduled, live, orders, strangers));
        return number;
    }

    /** Entries that came to another parent: where among its others they stand is not promised, and so taken from the house. */
    void place(java.util.function.Function<Kind, List<UUID>> house) {
        for (var piece : touched) {
            if (placed.containsKey(piece.id) && !Objects.equals(placed.get(piece.id), piece.parent())) {
                place(piece, house.apply(piece.kind()));
            }
            placed.put(piece.id, piece.parent());
        }
    }

    private void place(Piece piece, List<UUID> house) {
        var siblings = house.stream().filter(id -> Objects.equals(piece(id).parent(), piece.parent())).toList();
        int place = siblings.indexOf(piece.id);
        var own = order(piece.kind());
        own.remove(piece.id);
        own.add(place == 0 ? 0 : own.indexOf(siblings.get(place - 1)) + 1, piece.id);
    }

    /** What is to happen to the piece, next first. */
    List<Plan> pending(Piece piece) {
        return plans.stream().filter(plan -> plan.piece == piece && plan.isPending()).sorted(java.util.Comparator.comparing(plan -> plan.at)).toList();
    }

    /** By this one sees whether anything was done since. */
    String whole() {
        return state() + pieces.values().stream().map(piece -> piece.version() + " ").collect(Collectors.joining());
    }

    /** Everything that undoing has to bring back. */
    String state() {
        var state = new StringBuilder();
        pieces.values().forEach(piece -> state.append("%s %s %s %s %s %s%n".formatted(piece, piece.state(), piece.text(), piece.live,
            siblings(piece).indexOf(piece.id), pending(piece))));
        return state.toString();
    }
}
