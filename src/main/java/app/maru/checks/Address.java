package app.maru.checks;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Values;

/** The address of an entry inside the site: its type's path and its slug, or its id where a type has no slugs. */
record Address(String type, String name) {

    private static final Pattern BEHIND = Pattern.compile("[?#].*$");
    private static final Pattern SLASHES = Pattern.compile("/+$");

    /** The address that a link names; empty when it leads elsewhere: out of the site, or to a page that is no entry's. */
    static Optional<Address> read(ContentTypes types, String link) {
        var path = SLASHES.matcher(BEHIND.matcher(link.strip()).replaceFirst("")).replaceFirst("");
        return types.all().stream().map(ContentType::path).filter(type -> path.startsWith("/" + type + "/"))
            .max(Comparator.comparing(String::length)).map(type -> new Address(type, path.substring(type.length() + 2)))
            .filter(address -> !address.name.contains("/"));
    }

    String path() {
        return "/" + type + "/" + name;
    }

    @Nullable UUID id() {
        return Values.isId(name) ? UUID.fromString(name) : null;
    }
}
