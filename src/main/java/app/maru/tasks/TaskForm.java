package app.maru.tasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import app.maru.content.Values;

/** A task as a form has it: every field as text, so that nothing is lost that cannot be stored. */
record TaskForm(Map<String, String> texts) {

    static final String TITLE = "title";
    static final String DESCRIPTION = "description";
    static final String PRIORITY = "priority";
    static final String ASSIGNEE = "assignee";
    static final String DUE = "due";
    static final String ABOUT = "about";
    /** The fields in the order of the form. */
    static final List<String> FIELDS = List.of(TITLE, DESCRIPTION, PRIORITY, ASSIGNEE, DUE, ABOUT);
    /** What stands before the name of a field that says what it was when the form was made. */
    static final String WAS = "was.";

    TaskForm {
        texts = Map.copyOf(texts);
    }

    /** What was typed. */
    static TaskForm typed(Map<String, String> sent) {
        return of(field -> sent.get(field));
    }

    /** What the form said when it was made. */
    static TaskForm before(Map<String, String> sent) {
        return of(field -> sent.get(WAS + field));
    }

    private static TaskForm of(UnaryOperator<@Nullable String> sent) {
        var texts = new LinkedHashMap<String, String>();
        for (var field : FIELDS) {
            var text = sent.apply(field);
            if (text != null) {
                texts.put(field, Values.storable(text.replace("\r\n", "\n")).strip());
            }
        }
        return new TaskForm(texts);
    }

    /** What a field says; nothing where it is not in the form. */
    String text(String field) {
        return texts.getOrDefault(field, "");
    }

    /** This form with one field saying something else. */
    TaskForm with(String field, String text) {
        var all = new LinkedHashMap<>(texts);
        all.put(field, text);
        return new TaskForm(all);
    }

    /** Two people's changes put together. */
    record Merged(TaskForm form, List<String> conflicts) {}

    /**
     * What somebody typed into a form that said {@code before}, put together with what the task says now. Where both
     * changed a field, what was typed stands, and the field is named.
     */
    Merged onto(TaskForm now, TaskForm before) {
        var texts = new LinkedHashMap<String, String>();
        var conflicts = new ArrayList<String>();
        for (var field : FIELDS) {
            var typed = texts().getOrDefault(field, now.text(field));
            boolean mine = texts().containsKey(field) && !typed.equals(before.text(field));
            texts.put(field, mine ? typed : now.text(field));
            if (mine && !now.text(field).equals(before.text(field)) && !typed.equals(now.text(field))) {
                conflicts.add(field);
            }
        }
        return new Merged(new TaskForm(texts), conflicts);
    }
}
