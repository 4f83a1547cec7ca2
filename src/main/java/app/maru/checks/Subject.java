package app.maru.checks;

import java.util.List;
import java.util.stream.Stream;

import app.maru.content.ContentType;
import app.maru.content.Field;
import app.maru.content.Paths;
import app.maru.content.Snapshot;
import app.maru.content.Values;

/**
 * What is looked at: an entry as one revision has it.
 *
 * @param places every place that says something, in the order of the form
 * @param links every link to another entry of the site, with where it leads
 */
record Subject(ContentType type, Snapshot snapshot, List<Place> places, List<Link> links) {

    /** One field of the entry or of a child, with what it says. */
    record Place(String path, Field field, String text) {

        boolean isMarkdown() {
            return field.kind() == Field.Kind.MARKDOWN;
        }
    }

    /** A link at a place, and where it leads. */
    record Link(String path, Address address, Target target) {}

    static Subject of(ContentType type, Snapshot snapshot, Destinations destinations) {
        var places = placesOf(type, snapshot);
        return new Subject(type, snapshot, places, destinations.links(places));
    }

    /** The addresses of entries that it mentions: what the index of links is made of. */
    List<String> addresses() {
        return links.stream().map(link -> link.address().path()).distinct().toList();
    }

    static List<Place> placesOf(ContentType type, Snapshot snapshot) {
        var own = type.fields().stream().map(field -> new Place(field.name(), field, Values.text(snapshot.value(field.name()))));
        var children = type.children().stream().flatMap(child -> snapshot.items(child.name()).stream().flatMap(item -> child.fields().stream()
            .map(field -> new Place(Paths.of(child.name(), item.id(), field.name()), field, Values.text(item.fields().get(field.name()))))));
        return Stream.concat(own, children).filter(place -> !place.text.isBlank()).toList();
    }
}
