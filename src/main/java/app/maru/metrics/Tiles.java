package app.maru.metrics;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import app.maru.desk.Chart;
import app.maru.metrics.Alarming.Raised;
import app.maru.metrics.Courses.Glance;
import app.maru.metrics.Metric.Direction;

/** Makes the tiles: each metric with its last value, where it goes, and whether it is where it should be. */
@Component
class Tiles {

    private final Samples samples;
    private final Courses courses;
    private final Alarming alarming;
    private final Figures figures;

    Tiles(Samples samples, Courses courses, Alarming alarming, Figures figures) {
        this.samples = samples;
        this.courses = courses;
        this.alarming = alarming;
        this.figures = figures;
    }

    /**
     * One metric at a glance.
     *
     * @param value its last value as a person reads it; null when there is none
     * @param change how far its last day is from the day before; null where there is nothing to compare with
     * @param verdict better or worse; null where it is neither
     * @param course the path of its last hours; may be empty
     */
    record Tile(Metric metric, String label, @Nullable Sample last, @Nullable String value, @Nullable String change, @Nullable String verdict, String course,
                @Nullable String target, boolean reached, List<Raised> alerts) {}

    /** Those of one category, or of all where it is empty, by category in the order in which they are shown. */
    Map<String, List<Tile>> byCategory(List<Metric> all, String category) {
        var metrics = all.stream().filter(metric -> category.isEmpty() || metric.category().equals(category)).toList();
        return tiles(metrics).stream().collect(Collectors.groupingBy(tile -> tile.metric().category(), LinkedHashMap::new, Collectors.toList()));
    }

    /** Their categories. */
    static List<String> categories(List<Metric> all) {
        return all.stream().map(Metric::category).distinct().toList();
    }

    private List<Tile> tiles(List<Metric> metrics) {
        var keys = metrics.stream().map(Metric::key).toList();
        var last = samples.latest(keys);
        var glances = courses.glances(keys);
        var raised = alarming.raised(metrics.stream().map(Metric::id).collect(Collectors.toSet()));
        return metrics.stream().map(metric -> tile(metric, last.get(metric.key()), glances.getOrDefault(metric.key(), Glance.NOTHING), raised)).toList();
    }

    /** One of them alone. */
    Tile tile(Metric metric) {
        return tile(metric, samples.latest(List.of(metric.key())).get(metric.key()), courses.glances(List.of(metric.key())).getOrDefault(metric.key(), Glance.NOTHING),
            alarming.raised(Set.of(metric.id())));
    }

    private Tile tile(Metric metric, @Nullable Sample last, Glance glance, Map<UUID, List<Raised>> raised) {
        var change = figures.change(glance.now(), glance.before());
        return new Tile(metric, metric.label(LocaleContextHolder.getLocale()), last, last == null ? null : written(metric, last), change,
            change == null ? null : verdict(metric, glance.now(), glance.before()), Chart.spark(glance.hours()), metric.target() == null ? null : figures.write(metric.target(), metric.unit()),
            isReached(metric, last), raised.getOrDefault(metric.id(), List.of()));
    }

    /** A value as a person reads it. */
    String written(Metric metric, Sample sample) {
        return sample.number() == null ? String.valueOf(sample.text()) : figures.write(sample.number(), metric.unit());
    }

    /** Whether that is better or worse; null where it is neither, or too little to tell. */
    static @Nullable String verdict(Metric metric, @Nullable BigDecimal now, @Nullable BigDecimal before) {
        int way = Figures.way(now, before);
        return metric.good() == null || way == 0 ? null : way > 0 == (metric.good() == Direction.UP) ? "better" : "worse";
    }

    private static boolean isReached(Metric metric, @Nullable Sample last) {
        return metric.target() != null && Optional.ofNullable(last).map(Sample::number)
            .filter(number -> metric.good() == Direction.DOWN ? number.compareTo(metric.target()) <= 0 : number.compareTo(metric.target()) >= 0).isPresent();
    }
}
