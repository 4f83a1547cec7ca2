package app.maru.editing;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import app.maru.content.ContentType;
import app.maru.content.Listing;
import app.maru.content.Listings;

/**
 * A page of a list as it is drawn.
 *
 * @param total how many there are, in words
 * @param movable whether the person who looks may move any of its entries here
 */
record EntryList(Listings.Page page, List<ListedEntry> rows, String total, Filter states, List<Filter> filters, Filter sorts, boolean movable) {

    /** The type whose entries these are. */
    public ContentType type() {
        return listing().type();
    }

    /** What was asked for. */
    public Listing listing() {
        return page.listing();
    }

    /** The address of the first page; null when this is it. */
    public @Nullable String first() {
        return page.hasPrevious() ? address(Map.of()) : null;
    }

    /** The address of the page before this one; null when there is none. */
    public @Nullable String previous() {
        return page.hasPrevious() ? address(Map.of("from", rows.getFirst().entry().id(), "backward", "")) : null;
    }

    /** The address of the page behind this one; null when there is none. */
    public @Nullable String next() {
        return page.hasNext() ? address(Map.of("from", rows.getLast().entry().id())) : null;
    }

    /** The address of the last page; null when this is it. */
    public @Nullable String last() {
        return page.hasNext() ? address(Map.of("backward", "")) : null;
    }

    private String address(Map<String, ?> place) {
        var address = UriComponentsBuilder.fromPath("/" + type().path());
        listing().parameters().forEach((name, text) -> address.queryParam(name, "{" + name + "}"));
        place.forEach((name, text) -> address.queryParam(name, text));
        return address.encode().buildAndExpand(listing().parameters()).toUriString();
    }
}
