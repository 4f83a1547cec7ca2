package app.maru.desk;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What just happened, said at the lower left of the next page, with a form that undoes it where it can be undone.
 * A controller hands it on as the flash attribute {@code toast}.
 *
 * @param undoAction the path to which the Undo form is sent, or null when there is nothing to undo
 * @param undoMethod put or delete where it is not a plain post
 */
public record Toast(String messageKey, List<String> arguments, @Nullable String undoAction, @Nullable String undoMethod,
                    Map<String, String> undoFields) implements Serializable {

    public Toast {
        arguments = List.copyOf(arguments);
        undoFields = Map.copyOf(undoFields);
    }

    /** A toast that only says something. */
    public static Toast saying(String messageKey, String... arguments) {
        return new Toast(messageKey, List.of(arguments), null, null, Map.of());
    }

    /** The same toast with an Undo button. */
    public Toast undoneBy(String method, String action, Map<String, String> fields) {
        return new Toast(messageKey, arguments, action, method, fields);
    }
}
