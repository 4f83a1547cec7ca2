package app.maru.metrics;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import app.maru.desk.Chart;
import app.maru.desk.Chart.Course;
import app.maru.desk.Chart.Places;
import app.maru.desk.Times;
import app.maru.metrics.Range.Step;

/** What is measured, as other rooms read it. */
@Component
public class Metrics {

    private static final int HOURS_OF_A_QUARTER = 6;

    private final Definitions definitions;
    private final Samples samples;
    private final Courses courses;
    private final Figures figures;
    private final Times times;
    private final MessageSource messages;

    Metrics(Definitions definitions, Samples samples, Courses courses, Figures figures, Times times, MessageSource messages) {
        this.definitions = definitions;
        this.samples = samples;
        this.courses = courses;
        this.figures = figures;
        this.times = times;
        this.messages = messages;
    }

    /** Everything that is measured, in the order in which it is shown. */
    public List<Metric> all() {
        return definitions.all();
    }

    /** The metric of that key, also one that is put away. */
    public Optional<Metric> find(String key) {
        return definitions.at(key);
    }

    /** The metrics of these keys; whatever is unknown is missing. */
    public List<Metric> find(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : definitions.at(keys);
    }

    /** The metrics of these ids, which tasks about them name. */
    public Map<UUID, Metric> withIds(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : definitions.withIds(ids).stream().collect(Collectors.toMap(Metric::id, metric -> metric));
    }

    /** The last value of each, by key; one that has none yet is missing. */
    public Map<String, Sample> latest(Collection<String> keys) {
        return keys.isEmpty() ? Map.of() : samples.latest(keys);
    }

    /** How a metric went in that range. */
    public Series series(Metric metric, Range range) {
        return courses.series(metric, range);
    }

    /** The last hours of each as a path for {@code desk/chart :: spark}, by key; empty where there is too little. */
    public Map<String, String> sparklines(Collection<String> keys) {
        return keys.isEmpty() ? Map.of() : courses.glances(keys).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, glance -> Chart.spark(glance.getValue().hours())));
    }

    /** The chart of a course, beside the one before it unless that is null. */
    public Chart chart(Series series, @Nullable Series before) {
        var drawn = new ArrayList<Course>();
        if (before != null) {
            drawn.add(new Course(say("metrics.before." + series.range().name()), "before", fitted(before.averages(), series.points().size())));
        }
        drawn.add(new Course(series.metric().label(LocaleContextHolder.getLocale()), "now", series.averages()));
        var target = series.metric().target();
        var steps = series.points().stream().map(Series.Point::at).toList();
        return Chart.of(drawn, target == null ? null : target.doubleValue(), new Places(steps.stream().map(at -> brief(at, series.range())).toList(),
            steps.stream().map(at -> name(at, series.range().step())).toList()), value -> figures.write(value, series.metric().unit()));
    }

    /** As many steps as there are to compare with: a day in which clocks are changed has more, or fewer. */
    private static List<@Nullable Double> fitted(List<@Nullable Double> values, int places) {
        var fitted = new ArrayList<@Nullable Double>(values.subList(0, Math.min(values.size(), places)));
        while (fitted.size() < places) {
            fitted.add(null);
        }
        return fitted;
    }

    /** In short only what divides the time: days, and in a single day a quarter of it. */
    private String brief(ZonedDateTime at, Range range) {
        boolean full = (at.getMinute() == 0 || range.step() == Step.HOUR) && at.getHour() % HOURS_OF_A_QUARTER == 0;
        if (range.name().equals("day")) {
            return full ? times.time(at.toLocalDateTime()) : "";
        }
        return range.step().isOfDays() || full && at.getHour() == 0 ? times.dayOfYear(at.toLocalDate()) : "";
    }

    /** What a step is called in full; of an hour that comes twice, which one it is. */
    String name(ZonedDateTime at, Step step) {
        if (step.isOfDays()) {
            return times.date(at.toLocalDate());
        }
        boolean twice = at.getZone().getRules().getValidOffsets(at.toLocalDateTime()).size() > 1;
        return times.dayOfYear(at.toLocalDate()) + " " + times.time(at.toLocalDateTime()) + (twice ? " (UTC" + at.getOffset().getId() + ")" : "");
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
