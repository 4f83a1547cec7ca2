package app.maru.dashboard;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import app.maru.content.Values;
import app.maru.dashboard.Goal.Status;

/** The form of a goal as text, whatever was typed. */
record GoalForm(Map<String, String> texts) {

    static final List<String> FIELDS = List.of("name", "description", "metric", "target", "current", "from", "until", "status");
    static final int LONGEST_NAME = 120;
    static final int LONGEST_DESCRIPTION = 4000;

    private static final BigDecimal LARGEST = new BigDecimal("1e15");
    private static final int LAST_YEAR = 9999;

    /** What a form means: a goal, or what is wrong with it, by the fields. */
    record Reading(@Nullable Goal goal, Map<String, String> wrong) {}

    static GoalForm typed(Map<String, String> sent) {
        var texts = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> texts.put(field, Values.storable(sent.getOrDefault(field, "")).strip()));
        return new GoalForm(texts);
    }

    static GoalForm of(Goal goal) {
        return typed(Map.of("name", goal.name(), "description", goal.description(), "metric", goal.metric() == null ? "" : goal.metric(), "target", plain(goal.target()),
            "current", plain(goal.current()), "from", goal.from().toString(), "until", goal.until().toString(), "status", goal.status().key()));
    }

    static GoalForm blank(LocalDate today) {
        return typed(Map.of("current", "0", "from", today.toString(), "until", today.plusMonths(3).toString(), "status", Status.ACTIVE.key()));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    String text(String field) {
        return texts.getOrDefault(field, "");
    }

    /** Reads it; the metric is one of those that are known. */
    Reading read(UUID id, int version, List<String> metrics) {
        var wrong = new LinkedHashMap<String, String>();
        if (text("name").isEmpty()) {
            wrong.put("name", "dashboard.goal.name.missing");
        }
        tooLong("name", LONGEST_NAME, wrong);
        tooLong("description", LONGEST_DESCRIPTION, wrong);
        var target = number("target", wrong);
        var current = text("current").isEmpty() ? BigDecimal.ZERO : number("current", wrong);
        if (target != null && target.signum() <= 0) {
            wrong.put("target", "dashboard.goal.target.small");
        }
        if (!text("metric").isEmpty() && !metrics.contains(text("metric"))) {
            wrong.put("metric", "dashboard.goal.metric.unknown");
        }
        var from = day("from", wrong);
        var until = day("until", wrong);
        if (from != null && until != null && !until.isAfter(from)) {
            wrong.put("until", "dashboard.goal.until.early");
        }
        var status = Arrays.stream(Status.values()).filter(one -> one.key().equals(text("status"))).findFirst().orElse(Status.ACTIVE);
        return wrong.isEmpty() ? new Reading(new Goal(id, version, text("name"), text("description"), text("metric").isEmpty() ? null : text("metric"), target, current, from, until, status), wrong)
            : new Reading(null, wrong);
    }

    private void tooLong(String field, int most, Map<String, String> wrong) {
        if (text(field).codePointCount(0, text(field).length()) > most) {
            wrong.put(field, "dashboard.goal.long");
        }
    }

    private @Nullable BigDecimal number(String field, Map<String, String> wrong) {
        try {
            var number = new BigDecimal(text(field).replaceAll("(?<=\\d)[, ](?=\\d{3})", ""));
            if (number.abs().compareTo(LARGEST) < 0 && number.scale() <= 4) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as what is too large or too fine is
        }
        wrong.put(field, "dashboard.goal.number.unreadable");
        return null;
    }

    private @Nullable LocalDate day(String field, Map<String, String> wrong) {
        try {
            var day = LocalDate.parse(text(field));
            if (day.getYear() > 0 && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        wrong.put(field, "dashboard.goal.day.unreadable");
        return null;
    }

    /** Everything that is wrong, in the order of the form. */
    static List<String> inOrder(Map<String, String> wrong) {
        var fields = new ArrayList<>(FIELDS);
        fields.retainAll(wrong.keySet());
        return fields;
    }
}
