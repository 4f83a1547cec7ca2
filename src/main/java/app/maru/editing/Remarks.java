package app.maru.editing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that the checks found in an entry.
 *
 * @param all what matters most first
 * @param byPath those that are said at their places
 */
record Remarks(List<Remark> all, Map<String, List<Remark>> byPath) {

    static final Remarks NONE = new Remarks(List.of(), Map.of());

    static Remarks of(List<Remark> all, java.util.function.Predicate<Remark> saidAtItsPlace) {
        return new Remarks(all, all.stream().filter(saidAtItsPlace).collect(Collectors.groupingBy(Remark::path)));
    }

    /** What was found at the place. */
    public List<Remark> at(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    /** How much was found inside the card of that path. */
    public long within(String card) {
        return all.stream().filter(remark -> remark.path().startsWith(card + ".")).count();
    }

    /** What whoever publishes says that they have seen. */
    public List<Remark> warnings() {
        return all.stream().filter(remark -> remark.severity().equals("warning")).toList();
    }
}
