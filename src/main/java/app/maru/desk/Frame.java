package app.maru.desk;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.maru.identity.Person;
import app.maru.identity.Right;

/** What the layout knows of the person who looks: who they are, where they can go, how they like it. */
record Frame(@Nullable Person person, List<Navigation.Group> groups, boolean sidebarCollapsed, List<AboutLink> links) {

    /** A place that has something to do with what a page shows. */
    record Link(String href, String messageKey, String icon) {}

    /** The theme this person chose, or null where the system decides. */
    public @Nullable String theme() {
        return person == null ? null : person.theme();
    }

    /** The sign that stands for the person where there is no room for the name. */
    public String initial() {
        return person == null || person.name().isBlank() ? "?" : Character.toString(person.name().strip().codePointAt(0));
    }

    /** Where this person may go from the page of that address to what has to do with it. */
    public List<Link> about(String address) {
        return links.stream().filter(link -> person != null && person.may(link.right())).map(link -> new Link(link.of(address), link.messageKey(), link.icon())).toList();
    }

    /** Whether the person has the right of this name, for templates: {@code ${frame.may('PUBLISH')}}. */
    public boolean may(String right) {
        return person != null && person.may(Right.valueOf(right));
    }
}
