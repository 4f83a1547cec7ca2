package app.maru.editing;

import java.util.UUID;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.Slugs;

/** Suggests a slug that nobody else has. */
@Component
class SlugSuggestions {

    /** What the button says that asks for a suggestion without a script. */
    static final String COMMAND = "suggest";
    private static final int ATTEMPTS = 50;

    private final Entries entries;

    SlugSuggestions(Entries entries) {
        this.entries = entries;
    }

    /** A slug for the title; with a number behind it where another entry has it; empty when nothing of the title can be one. */
    String suggest(ContentType type, UUID entry, String title) {
        var slug = Slugs.suggest(title);
        return slug.isEmpty() ? slug : IntStream.rangeClosed(1, ATTEMPTS).mapToObj(number -> number == 1 ? slug : slug + "-" + number)
            .filter(candidate -> entries.withSlug(type, candidate).filter(holder -> !holder.id().equals(entry)).isEmpty())
            .findFirst().orElse(slug);
    }

    /** The form with a suggestion where its slug is. */
    EditorForm applyTo(ContentType type, UUID entry, EditorForm form) {
        var parameters = new LinkedMultiValueMap<>(form.parameters());
        if (type.slug() != null && type.slugSource() != null) {
            var title = parameters.getOrDefault(type.slugSource().name(), java.util.List.of("")).getLast();
            parameters.set(type.slug().name(), suggest(type, entry, title));
        }
        return new EditorForm(parameters);
    }
}
