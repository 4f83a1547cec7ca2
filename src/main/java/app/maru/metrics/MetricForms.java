package app.maru.metrics;

import static app.maru.metrics.MetricForm.ABOVE;
import static app.maru.metrics.MetricForm.BELOW;
import static app.maru.metrics.MetricForm.CATEGORY;
import static app.maru.metrics.MetricForm.GOOD;
import static app.maru.metrics.MetricForm.KEY;
import static app.maru.metrics.MetricForm.KIND;
import static app.maru.metrics.MetricForm.LABEL;
import static app.maru.metrics.MetricForm.LABEL_KO;
import static app.maru.metrics.MetricForm.MISSING;
import static app.maru.metrics.MetricForm.TARGET;
import static app.maru.metrics.MetricForm.UNIT;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import app.maru.desk.Input;
import app.maru.desk.Input.Choice;
import app.maru.metrics.Metric.Alert;
import app.maru.metrics.Metric.Direction;
import app.maru.metrics.Metric.Kind;

/** Turns what a form says into a metric, and draws the form with what is wrong at its place. */
@Component
class MetricForms {

    private static final Pattern KEY_FORM = Pattern.compile("[a-z0-9]+([._-][a-z0-9]+)*");
    private static final Set<String> RESERVED = Set.of("new", "assets");
    private static final Map<String, Integer> LONGEST = Map.of(LABEL, 120, LABEL_KO, 120, KEY, 96, CATEGORY, 60, UNIT, 24);
    private static final int LONGEST_MISSING = 525_600;

    private final MessageSource messages;

    MetricForms(MessageSource messages) {
        this.messages = messages;
    }

    /** The metric that a form means; null where something in it is wrong: the sentences by field. */
    record Reading(@Nullable Metric metric, Map<String, String> wrong) {}

    Reading read(MetricForm form, @Nullable Metric stored) {
        var wrong = new LinkedHashMap<String, String>();
        LONGEST.forEach((field, most) -> {
            int length = form.text(field).codePointCount(0, form.text(field).length());
            if (length > most) {
                wrong.put(field, say("problem.Size", most, length, length - most));
            }
        });
        boolean known = stored != null && stored.builtIn();
        if (!known) {
            named(form, stored, wrong);
        }
        var kind = known ? stored.kind() : form.text(KIND).equals(Kind.TEXT.key()) ? Kind.TEXT : Kind.NUMBER;
        var target = number(form, TARGET, kind, wrong);
        var alert = new Alert(number(form, ABOVE, kind, wrong), number(form, BELOW, kind, wrong), minutes(form, wrong));
        if (alert.above() != null && alert.below() != null && alert.below().compareTo(alert.above()) >= 0) {
            wrong.put(BELOW, say("metrics.problem.bounds"));
        }
        return new Reading(wrong.isEmpty() ? metric(form, stored, kind, target, alert) : null, wrong);
    }

    private void named(MetricForm form, @Nullable Metric stored, Map<String, String> wrong) {
        if (form.text(LABEL).isEmpty()) {
            wrong.put(LABEL, say("metrics.problem.label"));
        }
        if (stored == null && (!KEY_FORM.matcher(key(form)).matches() || RESERVED.contains(key(form)))) {
            wrong.putIfAbsent(KEY, say("metrics.problem.key"));
        }
    }

    private static Metric metric(MetricForm form, @Nullable Metric stored, Kind kind, @Nullable BigDecimal target, Alert alert) {
        var good = kind == Kind.TEXT ? null : Stream.of(Direction.values()).filter(one -> one.key().equals(form.text(GOOD))).findFirst().orElse(null);
        if (stored != null && stored.builtIn()) {
            return new Metric(stored.id(), stored.version(), stored.key(), stored.label(), stored.labelKo(), stored.category(), stored.unit(), kind, target, good, alert, true, false);
        }
        var category = form.text(CATEGORY).isEmpty() ? "own" : form.text(CATEGORY);
        return new Metric(stored == null ? UUID.randomUUID() : stored.id(), stored == null ? 0 : stored.version(), stored == null ? key(form) : stored.key(), form.text(LABEL),
            form.text(LABEL_KO), category, form.text(UNIT), kind, target, good, alert, false, false);
    }

    /** What machines call it: what was typed, else what of the label fits. */
    private static String key(MetricForm form) {
        return form.text(KEY).isEmpty() ? form.text(LABEL).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "") : form.text(KEY);
    }

    private @Nullable BigDecimal number(MetricForm form, String field, Kind kind, Map<String, String> wrong) {
        var text = form.text(field);
        if (text.isEmpty() || kind == Kind.TEXT) {
            return null;
        }
        var number = Numbers.typed(text);
        if (number.isEmpty()) {
            wrong.put(field, say("metrics.problem.number", text));
        }
        return number.orElse(null);
    }

    private @Nullable Integer minutes(MetricForm form, Map<String, String> wrong) {
        var text = form.text(MISSING);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LONGEST_MISSING) {
            wrong.put(MISSING, say("metrics.problem.minutes", LONGEST_MISSING));
            return null;
        }
        return Integer.valueOf(text);
    }

    /** The fields of the form as typed, by name. */
    Map<String, Input> inputs(MetricForm form, Map<String, String> wrong, @Nullable Metric stored) {
        var inputs = new LinkedHashMap<String, Input>();
        for (var field : stored != null && stored.builtIn() ? MetricForm.OF_KNOWN : MetricForm.FIELDS) {
            inputs.put(field, input(field, form.text(field)).wrong(wrong.containsKey(field) ? List.of(wrong.get(field)) : List.of())
                .readOnly(field.equals(KEY) && stored != null));
        }
        return inputs;
    }

    private static Input input(String field, String text) {
        var label = "metrics.field." + field;
        return switch (field) {
            case KEY -> Input.of("line", field, label, text).help("metrics.field.key.help").atMost(LONGEST.get(field));
            case LABEL, LABEL_KO -> Input.of("line", field, label, text).atMost(LONGEST.get(field));
            case CATEGORY -> Input.of("line", field, label, text).help("metrics.field.category.help").atMost(LONGEST.get(field));
            case UNIT -> Input.of("line", field, label, text).help("metrics.field.unit.help").atMost(LONGEST.get(field));
            case KIND -> Input.of("choice", field, label, text).among(Stream.of(Kind.values()).map(kind -> new Choice(kind.key(), "metrics.kind." + kind.key())).toList());
            case GOOD -> Input.of("choice", field, label, text).among(List.of(new Choice("", "metrics.good.none"), new Choice("up", "metrics.good.up"), new Choice("down", "metrics.good.down")));
            default -> Input.of("number", field, label, text);
        };
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
