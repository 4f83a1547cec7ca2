package app.maru.dashboard;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

import app.maru.dashboard.WidgetView.Content;
import app.maru.identity.Person;
import app.maru.metrics.Figures;
import app.maru.metrics.Metric;
import app.maru.metrics.Metrics;
import app.maru.metrics.Range;
import app.maru.metrics.Sample;

/** Shows widgets; one that cannot be shown says why, and leaves the others alone. */
@Component
class WidgetViews {

    private static final Logger LOG = LoggerFactory.getLogger(WidgetViews.class);
    private static final Set<String> MEASURING = Set.of(Widget.METRIC, Widget.CHART);

    private final WidgetLists lists;
    private final Catalogue catalogue;
    private final Metrics metrics;
    private final Figures figures;
    private final MessageSource messages;
    private final Clock clock;

    WidgetViews(WidgetLists lists, Catalogue catalogue, Metrics metrics, Figures figures, MessageSource messages, Clock clock) {
        this.lists = lists;
        this.catalogue = catalogue;
        this.metrics = metrics;
        this.figures = figures;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is measured, asked for once for all widgets. */
    private record Measured(Map<String, Metric> metrics, Map<String, Sample> latest, Map<String, String> sparklines) {}

    List<WidgetView> views(List<Widget> widgets, Person person) {
        var measured = person.may(Catalogue.MEASURES) ? measured(widgets) : new Measured(Map.of(), Map.of(), Map.of());
        return widgets.stream().map(widget -> view(widget, person, measured)).toList();
    }

    private Measured measured(List<Widget> widgets) {
        var wanted = widgets.stream().filter(widget -> MEASURING.contains(widget.type())).flatMap(widget -> widget.configured(Catalogue.CONFIGURED).stream()).distinct().toList();
        var values = widgets.stream().filter(widget -> widget.type().equals(Widget.METRIC)).flatMap(widget -> widget.configured(Catalogue.CONFIGURED).stream()).distinct().toList();
        return new Measured(metrics.find(wanted).stream().collect(Collectors.toMap(Metric::key, metric -> metric)), metrics.latest(values), metrics.sparklines(values));
    }

    private WidgetView view(Widget widget, Person person, Measured measured) {
        try {
            return switch (widget.type()) {
                case Widget.LIST -> list(widget, person);
                case Widget.CALL -> call(widget, person);
                default -> measure(widget, person, measured);
            };
        } catch (DataAccessResourceFailureException away) {
            throw away;
        } catch (RuntimeException e) {
            LOG.error("Widget {} of kind {} cannot be shown", widget.id(), widget.key(), e);
            return nothing(widget, "broken");
        }
    }

    private WidgetView list(Widget widget, Person person) {
        return lists.named(widget.key()).map(kind -> !person.may(kind.right()) ? nothing(widget, "refused")
            : new WidgetView(widget, titled(widget, () -> say("dashboard.list." + kind.key())), kind.icon(), kind.all(), new Content.Rows(kind.key(), kind.rows().apply(person))))
            .orElseGet(() -> nothing(widget, "unknown"));
    }

    private WidgetView call(Widget widget, Person person) {
        return widget.configured(Catalogue.CONFIGURED).flatMap(path -> catalogue.places(person).filter(command -> command.path().equals(path)).findFirst())
            .map(command -> new WidgetView(widget, titled(widget, () -> say(command.messageKey())), command.icon(), command.path(), new Content.Call()))
            .orElseGet(() -> nothing(widget, "unset"));
    }

    private WidgetView measure(Widget widget, Person person, Measured measured) {
        if (!person.may(Catalogue.MEASURES)) {
            return nothing(widget, "refused");
        }
        var metric = widget.configured(Catalogue.CONFIGURED).map(measured.metrics::get).filter(Metric::isNumber);
        return metric.map(known -> new WidgetView(widget, titled(widget, () -> known.label(LocaleContextHolder.getLocale())), "graph-up", known.address(),
            widget.type().equals(Widget.CHART) ? course(known, person) : value(known, measured))).orElseGet(() -> nothing(widget, "unset"));
    }

    private Content value(Metric metric, Measured measured) {
        var sample = Optional.ofNullable(measured.latest.get(metric.key()));
        return new Content.Value(sample.map(Sample::number).filter(Objects::nonNull).map(number -> figures.write(number, metric.unit())).orElse(null),
            sample.map(Sample::trend).orElse(null), metric.target() == null ? null : written(metric, metric.target()), measured.sparklines.getOrDefault(metric.key(), ""));
    }

    private String written(Metric metric, BigDecimal value) {
        return figures.write(value, metric.unit());
    }

    private Content course(Metric metric, Person person) {
        return new Content.Course(metrics.chart(metrics.series(metric, Range.named("week", clock.instant(), person.zone())), null));
    }

    private WidgetView nothing(Widget widget, String why) {
        return new WidgetView(widget, titled(widget, () -> say("dashboard.widget")), "question-square", null, new Content.Nothing(why));
    }

    private static String titled(Widget widget, Supplier<String> known) {
        return widget.title().isBlank() ? known.get() : widget.title();
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
