package app.maru.desk;

import java.util.List;

/** Several places in the side bar contributed as one bean, by a room that learns of them only at start-up. */
public record NavigationItems(List<NavigationItem> items) {

    public NavigationItems {
        items = List.copyOf(items);
    }
}
