package app.maru.tasks;

import java.util.List;

/**
 * What is wrong with a field of a form.
 *
 * @param field the name of the field
 * @param key the message that says it
 * @param arguments what the message names
 */
record Complaint(String field, String key, List<Object> arguments) {

    Complaint {
        arguments = List.copyOf(arguments);
    }

    static Complaint of(String field, String key, Object... arguments) {
        return new Complaint(field, key, List.of(arguments));
    }
}
