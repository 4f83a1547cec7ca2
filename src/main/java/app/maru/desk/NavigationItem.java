package app.maru.desk;

/**
 * A place in the side bar: any room contributes beans of this type. It is shown where a screen answers at its path,
 * to whoever has the right which that screen requires.
 *
 * @param group one of content, publishing, desk, people
 * @param order from low to high within the group
 * @param icon a name of bootstrap-icons
 */
public record NavigationItem(String group, int order, String path, String messageKey, String icon) {

    boolean leadsTo(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }
}
