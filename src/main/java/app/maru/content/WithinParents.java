package app.maru.content;

/**
 * The page of a list in which entries come by the order of their parents, then by their own; those without a parent
 * come last. Each parent's entries are read in order from their index, so that a page costs what it shows; only for a
 * search it is cheaper to sort what was found.
 */
final class WithinParents {

    private static final String ORDER = "place, tie, display_order, id";
    private static final String PARENT = "select entry_id, display_order as place, id as tie from content_entries where type = :parents";
    private static final String FROM = """
        (select coalesce(parent.place, 2147483647), coalesce(parent.tie, 0), own.display_order, own.id
         from content_entries own left join (%s) parent on parent.entry_id = own.parent_id where own.entry_id = :from)""".formatted(PARENT);

    private WithinParents() {
    }

    static String page(Listing listing, String columns, String condition, boolean rising) {
        var beyond = listing.from() == null ? "true" : "(%s) %s %s".formatted(ORDER, rising ? ">" : "<", FROM);
        var order = ORDER.replace(",", rising ? "," : " desc,") + (rising ? "" : " desc");
        return (listing.search().isEmpty() ? ofEachParent(listing, condition, rising, beyond, order) : sorted(condition, beyond))
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
        var own = "(select *, %s as place, %s as tie from content_entries where %s and parent_id %s) own where %s order by %s limit :most";
        var ownOrder = order.substring(order.indexOf("display_order"));
        return "select {columns} from (select own.* from (%s) parent cross join lateral (select * from %s) own union all (select * from %s)) found".formatted(
            parents, own.formatted("parent.place", "parent.tie", condition, "= parent.entry_id", beyond, ownOrder),
            own.formatted("2147483647", "cast(0 as bigint)", condition, "is null", beyond, ownOrder));
    }
}
