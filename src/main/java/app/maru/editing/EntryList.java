package app.maru.editing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import app.maru.content.ContentType;
import app.maru.content.Listing;
import app.maru.content.Listings;
import app.maru.content.Tab;

/**
 * A page of a list as it is drawn.
 *
 * @param total how many there are, in words
 * @param counts how many entries there are in each tab, by its name and in words; all but the archived by the empty name
 * @param views the views of this list that the person saved
 * @param movable whether the person who looks may move any of its entries here
 */
record EntryList(Listings.Page page, List<ListedEntry> rows, String total, Filter states, Map<String, String> counts, List<Filter> filters,
                 Filter sorts, List<SavedView> views, boolean movable) {

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
        return page.hasPrevious() ? address(listing()) : null;
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

    /** The saved view that shows just this list; null when none does. */
    public @Nullable SavedView view() {
        return views.stream().filter(view -> Listing.of(type(), view.query()).parameters().equals(listing().parameters())).findFirst().orElse(null);
    }

    /** The address of a saved view. */
    public String address(SavedView view) {
        return address(Listing.of(type(), view.query()));
    }

    private String address(Map<String, ?> place) {
        return address(listing(), place);
    }

    /** The address of the very page. */
    static String page(Listing listing) {
        var place = new LinkedHashMap<String, Object>();
        if (listing.from() != null) place.put("from", listing.from());
        if (listing.backward()) place.put("backward", "");
        return address(listing, place);
    }

    /** What a form says so that it leads back to that page. */
    static Map<String, String> place(Listing listing) {
        var place = new LinkedHashMap<>(listing.parameters());
        if (listing.from() != null) place.put("from", listing.from().toString());
        if (listing.backward()) place.put("backward", "");
        return place;
    }

    /** What a form of this page says so that it leads back here. */
    public Map<String, String> place() {
        return place(listing());
    }

    /** Whether the type has no entry yet, not even an archived one. */
    public boolean isNew() {
        return rows.isEmpty() && !listing().isNarrowed() && "0".equals(counts.get(Tab.ARCHIVED.key()));
    }

    /** The address of a list's first page. */
    static String address(Listing listing) {
        return address(listing, Map.of());
    }

    private static String address(Listing listing, Map<String, ?> place) {
        var address = UriComponentsBuilder.fromPath("/" + listing.type().path());
        listing.parameters().forEach((name, text) -> address.queryParam(name, "{" + name + "}"));
        place.forEach((name, text) -> address.queryParam(name, text));
        return address.encode().buildAndExpand(listing.parameters()).toUriString();
    }
}
