package app.maru.content;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.boot.persistence.autoconfigure.EntityScanner;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** All content types of the house: every record marked {@link Content}. */
@Component
public class ContentTypes {

    private final List<ContentType> all;

    ContentTypes(ApplicationContext context) throws ClassNotFoundException {
        all = new EntityScanner(context).scan(Content.class).stream().map(ContentType::of)
            .sorted(Comparator.comparing(ContentType::place).thenComparing(ContentType::path)).toList();
    }

    /** Every type, in the order of the side bar. */
    public List<ContentType> all() {
        return all;
    }

    /** The type whose screens and JSON live at the path, such as {@code billing/products}. */
    public Optional<ContentType> at(String path) {
        return all.stream().filter(type -> type.path().equals(path)).findFirst();
    }

    /**
     * The type that an entry says it has.
     *
     * @throws IllegalStateException when no record defines it (any more)
     */
    public ContentType of(String path) {
        return at(path).orElseThrow(() -> new IllegalStateException("No record defines the content type " + path));
    }
}
