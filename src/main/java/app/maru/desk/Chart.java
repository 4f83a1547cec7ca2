package app.maru.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Courses of numbers as lines, ready for {@code desk/chart.html} to draw: it needs no script, is as wide as its place, and
 * tells lines apart by their dashes as well as by their colour. A table of the same numbers belongs beside it.
 *
 * @param lines what is drawn, the most important last
 * @param across what stands below the chart
 * @param up the heights that are marked, each with its number
 * @param level a height that numbers should reach, if there is any
 * @param dots the places of the last course, each with its words
 */
public record Chart(List<Line> lines, List<Mark> across, List<Mark> up, @Nullable Mark level, List<Dot> dots) {

    private static final int SIDE = 1000;
    private static final int STEPS_UP = 4;
    private static final int MARKS_ACROSS = 5;

    public Chart {
        lines = List.copyOf(lines);
        across = List.copyOf(across);
        up = List.copyOf(up);
        dots = List.copyOf(dots);
    }

    /**
     * Numbers at even distances, null where there is none.
     *
     * @param look now for what the chart is about, before for what it is compared with
     */
    public record Course(String name, String look, List<@Nullable Double> values) {}

    /** A course as the path that draws it in a square of {@value Chart#SIDE}. */
    public record Line(String name, String look, String path) {}

    /** Words at a place, in percent from the left or from the top, and on which side of it they stand: start, middle, end. */
    public record Mark(String place, String text, String anchor) {}

    /** A number at its place in percent, in words. */
    public record Dot(String x, String y, String text) {}

    /**
     * The chart of these courses, the most important last.
     *
     * @param level what the numbers should reach; null for none
     * @param places what each place of the last course is called, in short below the chart and in full at its dot
     * @param written how a number is written
     */
    public static Chart of(List<Course> courses, @Nullable Double level, Places places, DoubleFunction<String> written) {
        var scale = Scale.around(Stream.concat(courses.stream().flatMap(course -> course.values().stream()), Stream.of(level).filter(Objects::nonNull)).filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue).toArray());
        var last = courses.getLast().values();
        return new Chart(courses.stream().map(course -> new Line(course.name, course.look, path(course.values, scale))).toList(), across(places.brief, last.size()),
            scale.marks().mapToObj(height -> new Mark(percent(scale.fromTop(height)), written.apply(height), "start")).toList(),
            level == null ? null : new Mark(percent(scale.fromTop(level)), written.apply(level), "end"), dots(last, scale, places.full, written));
    }

    /** What places are called: in short, or not at all, and in full. */
    public record Places(List<String> brief, List<String> full) {}

    /** The path of a course alone, without anything around it: small, beside its number. */
    public static String spark(List<@Nullable Double> values) {
        var known = values.stream().filter(Objects::nonNull).mapToDouble(Double::doubleValue).toArray();
        return known.length < 2 ? "" : path(values, Scale.tight(known));
    }

    private static List<Dot> dots(List<@Nullable Double> values, Scale scale, List<String> names, DoubleFunction<String> written) {
        var dots = new ArrayList<Dot>();
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value != null) {
                dots.add(new Dot(percent(fromLeft(i, values.size())), percent(scale.fromTop(value)), names.get(i) + ": " + written.apply(value)));
            }
        }
        return dots;
    }

    /** Those places that have a name, or at even distances some of them. */
    private static List<Mark> across(List<String> names, int places) {
        int[] named = IntStream.range(0, places).filter(i -> !names.get(i).isEmpty()).toArray();
        int apart = Math.max(1, Math.ceilDiv(named.length, MARKS_ACROSS));
        return IntStream.range(0, named.length).filter(i -> i % apart == 0).map(i -> named[i])
            .mapToObj(i -> new Mark(percent(fromLeft(i, places)), names.get(i), i == 0 && places > 1 ? "start" : fromLeft(i, places) > 0.93 ? "end" : "middle")).toList();
    }

    /** A line through what is known, broken where nothing is; what stands alone is a point. */
    private static String path(List<@Nullable Double> values, Scale scale) {
        var path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value != null) {
                path.append(drawing ? 'L' : 'M').append(number(fromLeft(i, values.size()) * SIDE)).append(' ').append(number(scale.fromTop(value) * SIDE));
                path.append(!drawing && (i + 1 == values.size() || values.get(i + 1) == null) ? "h0" : "");
            }
            drawing = value != null;
        }
        return path.toString();
    }

    private static double fromLeft(int place, int places) {
        return places == 1 ? 0.5 : (double) place / (places - 1);
    }

    private static String percent(double part) {
        return number(part * 100) + "%";
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** From which number to which a chart goes, and how far its marks are apart. */
    private record Scale(double low, double high, double step) {

        /** From nought, unless all numbers are far from it and near each other. */
        static Scale around(double... values) {
            double least = DoubleStream.of(values).min().orElse(0);
            double most = DoubleStream.of(values).max().orElse(1);
            boolean fromNought = least >= 0 && (least <= most * 0.6 || least == most);
            double from = fromNought ? 0 : least;
            double step = nice((most - from) / STEPS_UP, Math.max(Math.abs(most), Math.abs(least)));
            double low = Math.floor(from / step) * step;
            return new Scale(low, Math.max(Math.ceil(most / step) * step, low + step), step);
        }

        static Scale tight(double... values) {
            double least = DoubleStream.of(values).min().orElse(0);
            double most = DoubleStream.of(values).max().orElse(1);
            return least == most ? new Scale(least - 1, most + 1, 1) : new Scale(least, most, most - least);
        }

        /** The next of 1, 2 and 5 times a power of ten. */
        private static double nice(double wanted, double size) {
            double least = wanted > 0 ? wanted : size > 0 ? size / STEPS_UP : 0.25;
            double power = Math.pow(10, Math.floor(Math.log10(least)));
            return Stream.of(1, 2, 5, 10).mapToDouble(times -> times * power).filter(step -> step >= least * 0.999999).findFirst().orElse(power * 10);
        }

        double fromTop(double value) {
            return (high - value) / (high - low);
        }

        DoubleStream marks() {
            return IntStream.rangeClosed(0, (int) Math.round((high - low) / step)).mapToDouble(i -> low + i * step);
        }
    }
}
