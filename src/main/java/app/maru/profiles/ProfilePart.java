package app.maru.profiles;

import java.util.UUID;
import java.util.function.Function;

/**
 * What another room shows of a person on their page: any room contributes beans of this type.
 *
 * @param template where its fragment {@code part(content)} stands
 * @param content what the fragment shows of the person
 */
public record ProfilePart(String template, Function<UUID, ?> content) {

    Shown of(UUID person) {
        return new Shown(template, content.apply(person));
    }

    /** The part of one person. */
    record Shown(String template, Object content) {}
}
