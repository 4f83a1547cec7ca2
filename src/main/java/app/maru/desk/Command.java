package app.maru.desk;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.maru.identity.Right;

/**
 * Something that can be done from any page, offered where one searches.
 *
 * @param path the page it leads to, or where its form is sent
 * @param fields what its form says; null where it only leads somewhere
 * @param right who may do it
 */
public record Command(String messageKey, String icon, String path, @Nullable Map<String, String> fields, Right right) {

    /** A command that leads to a page. */
    public static Command to(String path, String messageKey, String icon, Right right) {
        return new Command(messageKey, icon, path, null, right);
    }

    static Command sending(String path, Map<String, String> fields, String messageKey, String icon) {
        return new Command(messageKey, icon, path, fields, Right.READ);
    }
}
