package app.maru.editing;

import java.util.Optional;
import java.util.UUID;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import app.maru.content.ContentType;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** The slug that a title suggests. */
@ForEachContentType
class SlugController {

    private final SlugSuggestions slugs;

    SlugController(SlugSuggestions slugs) {
        this.slugs = slugs;
    }

    @GetMapping("/slug")
    @Requires(Right.WRITE)
    ResponseEntity<String> suggestion(ContentType type, @RequestParam(defaultValue = "") String title, @RequestParam Optional<UUID> entry) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(slugs.suggest(type, entry.orElseGet(UUID::randomUUID), title));
    }
}
