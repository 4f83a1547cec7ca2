package app.maru.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The course of a metric in a range, step by step. */
public record Series(Metric metric, Range range, List<Point> points) {

    public Series {
        points = List.copyOf(points);
    }

    /**
     * What it was in one step; null where nothing is known of it.
     *
     * @param samples how many values the average is of
     */
    public record Point(ZonedDateTime at, long samples, @Nullable BigDecimal average, @Nullable BigDecimal least, @Nullable BigDecimal most) {

        static Point empty(ZonedDateTime at) {
            return new Point(at, 0, null, null, null);
        }
    }

    /** What all of it comes to. */
    public record Summary(BigDecimal average, BigDecimal least, BigDecimal most, long samples) {}

    /** What all of it comes to; empty where nothing is known. */
    public Optional<Summary> summary() {
        var known = points.stream().filter(point -> point.average != null).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        long samples = known.stream().mapToLong(Point::samples).sum();
        var total = known.stream().map(point -> Objects.requireNonNull(point.average).multiply(BigDecimal.valueOf(point.samples))).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new Summary(total.divide(BigDecimal.valueOf(samples), MathContext.DECIMAL64), known.stream().map(Point::least).map(Objects::requireNonNull).min(BigDecimal::compareTo).orElseThrow(),
            known.stream().map(Point::most).map(Objects::requireNonNull).max(BigDecimal::compareTo).orElseThrow(), samples));
    }

    /** At what time its days begin, where that is not when the calendar says: hours are kept by UTC. */
    public Optional<LocalDateTime> late() {
        var first = points.getFirst().at();
        return range.step().isOfDays() && !first.isEqual(range.from()) ? Optional.of(first.toLocalDateTime()) : Optional.empty();
    }

    /** The averages as the chart draws them. */
    public List<@Nullable Double> averages() {
        return points.stream().<@Nullable Double>map(point -> point.average == null ? null : point.average.doubleValue()).toList();
    }
}
