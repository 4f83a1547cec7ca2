package app.maru.dashboard;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import app.maru.dashboard.Goal.Status;
import app.maru.desk.Input;
import app.maru.desk.Input.Choice;
import app.maru.identity.Person;
import app.maru.metrics.Figures;
import app.maru.metrics.Metric;
import app.maru.metrics.Metrics;

/** Shows goals and their form. */
@Component
class GoalPages {

    private final Goals goals;
    private final Metrics metrics;
    private final Catalogue catalogue;
    private final Figures figures;
    private final MessageSource messages;
    private final Clock clock;

    GoalPages(Goals goals, Metrics metrics, Catalogue catalogue, Figures figures, MessageSource messages, Clock clock) {
        this.goals = goals;
        this.metrics = metrics;
        this.catalogue = catalogue;
        this.figures = figures;
        this.messages = messages;
        this.clock = clock;
    }

    /** Where somebody stands; a value that is measured is the last one, for whoever may see it. */
    List<GoalView> views(Person person) {
        var today = Today.in(person.zone(), clock).day();
        var found = goals.of(person.id(), today);
        var keys = !person.may(Catalogue.MEASURES) ? List.<String>of() : found.stream().map(Goal::metric).filter(Objects::nonNull).distinct().toList();
        var known = metrics.find(keys).stream().collect(Collectors.toMap(Metric::key, metric -> metric));
        var latest = metrics.latest(keys);
        return found.stream().map(goal -> {
            var metric = goal.metric() == null ? null : known.get(goal.metric());
            var sample = metric == null ? null : latest.get(metric.key());
            var now = sample == null || sample.number() == null ? goal : goal.at(sample.number());
            return new GoalView(now, written(now.current(), metric), written(now.target(), metric), now.daysLeft(today), metric == null ? null : metric.label(LocaleContextHolder.getLocale()));
        }).toList();
    }

    private String written(BigDecimal value, @Nullable Metric metric) {
        return metric == null ? figures.number(value) : figures.write(value, metric.unit());
    }

    /** The keys of the metrics to which this person may tie a goal. */
    List<String> metrics(Person person) {
        return catalogue.metrics(person).stream().map(Catalogue.Offer::what).toList();
    }

    /** The fields as typed, with what is wrong with each. */
    List<Input> inputs(GoalForm form, Map<String, String> wrong, Person person) {
        var inputs = new ArrayList<Input>();
        for (var field : GoalForm.FIELDS) {
            var input = input(field, form.text(field), person);
            inputs.add(wrong.containsKey(field) ? input.wrong(List.of(say(wrong.get(field)))) : input);
        }
        return inputs;
    }

    private Input input(String field, String text, Person person) {
        var label = "dashboard.goal." + field;
        return switch (field) {
            case "name" -> Input.of("line", field, label, text).atMost(GoalForm.LONGEST_NAME);
            case "description" -> Input.of("area", field, label, text).atMost(GoalForm.LONGEST_DESCRIPTION);
            case "metric" -> Input.of("choice", field, label, text).help("dashboard.goal.metric.help").among(Stream.concat(Stream.of(new Choice("", "dashboard.goal.by-hand")),
                catalogue.metrics(person).stream().map(offer -> Choice.called(offer.what(), offer.title()))).toList());
            case "from", "until" -> Input.of("date", field, label, text);
            case "status" -> Input.of("choice", field, label, text).among(Stream.of(Status.values()).map(status -> new Choice(status.key(), "dashboard.goal.status." + status.key())).toList());
            default -> Input.of("number", field, label, text);
        };
    }

    /** A link to a field in which something is wrong. */
    record Problem(String href, String text) {}

    List<Problem> problems(Map<String, String> wrong) {
        return GoalForm.inOrder(wrong).stream().map(field -> new Problem("#" + Input.idOf(field), say("dashboard.goal." + field) + ": " + say(wrong.get(field)))).toList();
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
