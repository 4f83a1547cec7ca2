package app.maru.content;

/**
 * The page of a list in which entries come by the order of their parents, then by their own; those without a parent
 * come last. Parent by parent they are read in order from their index until the page is full, so that a page costs what
 * it shows; only of what is few it is cheaper to sort what was found.
 */
final class WithinParents {

    private static final String ORDER = "place, tie, display_order, id";
    private static final String PARENT = "select entry_id, display_order as place, id as tie from content_entries where type = :parents";
    private static final String FROM = """
        (select coalesce(parent.place, 2147483647), coalesce(parent.tie, 0), own.display_order, own.id
         from content_entries own left join (%s) parent on parent.entry_id = own.parent_id where own.entry_id = :from)""".formatted(PARENT);

    private WithinParents() {
    }

    static String page(Listing listing, String columns, String condition, boolean rising, boolean few) {
        var beyond = listing.from() == null ? "true" : "(%s) %s %s".formatted(ORDER, rising ? ">" : "<", FROM);
        var order = ORDER.replace(",", rising ? "," : " desc,") + (rising ? "" : " desc");
        return (few ? sorted(condition, beyond) : ofEachParent(listing, condition, rising, beyond, order))
            .replace("{columns}", columns) + " order by " + order + " limit :most";
    }

    private static String sorted(String condition, String beyond) {
        return """
            select {columns} from (select own.*, coalesce(parent.place, 2147483647) as place, coalesce(parent.tie, 0) as tie
              from (select * from content_entries where %s) own left join (%s) parent on parent.entry_id = own.parent_id) found where %s"""
            .formatted(condition, PARENT, beyond);
    }

    private static String ofEachParent(Listing listing, String condition, boolean rising, String beyond, String order) {
        var parents = PARENT + (listing.from() == null ? "" : " and (display_order, id) %s (select place, tie from %s as start (place, tie, own, id))"
            .formatted(rising ? ">=" : "<=", FROM));
        var own = "select * from (select *, %s as place, %s as tie from content_entries where %s and parent_id %s) own where %s order by %s limit :most";
        var ownOrder = order.substring(order.indexOf("display_order"));
        // ordered by the parents' own columns, which PostgreSQL knows to come in order, and ended before those without a parent are added
        return "select {columns} from ((select own.* from (%s) parent cross join lateral (%s) own order by %s limit :most) union all (%s)) found".formatted(
            parents, own.formatted("parent.place", "parent.tie", condition, "= parent.entry_id", beyond, ownOrder),
            order.replace("place", "parent.place").replace("tie", "parent.tie").replace("display_order", "own.display_order").replace(" id", " own.id"),
            own.formatted("2147483647", "cast(0 as bigint)", condition, "is null", beyond, ownOrder));
    }
}
