package app.maru.chaos;

import tools.jackson.databind.json.JsonMapper;

/** Every working copy is its head revision, row by row. */
final class WorkingCopies {

    private static final JsonMapper JSON = new JsonMapper();

    private WorkingCopies() {
    }

    static void inspect(Tables tables, Findings findings) {
        tables.sql("""
            select entry_id, body, to_jsonb(root) as root, jsonb_build_object(
                'features', (select coalesce(jsonb_agg(to_jsonb(child) || jsonb_build_object('id', feature_id) order by display_order), '[]') from billing_plan_features child where product = root.id),
                'steps', (select coalesce(jsonb_agg(to_jsonb(child) || jsonb_build_object('id', step_id) order by display_order), '[]') from billing_plan_steps child where product = root.id),
                'faqs', (select coalesce(jsonb_agg(to_jsonb(child) || jsonb_build_object('id', faq_id) order by display_order), '[]') from billing_plan_faqs child where product = root.id),
                'checkoutLinks', (select coalesce(jsonb_agg(to_jsonb(child) || jsonb_build_object('id', link_id) order by display_order), '[]') from billing_checkout_links child where product = root.id)) as children
            from content_entries entry join content_revisions using (entry_id) join billing_products root on product_id = entry_id
            where number = head""")
            .query(row -> {
                var what = "the rows of " + row.getString("entry_id");
                var revision = JSON.readTree(row.getString("body"));
                var root = JSON.readTree(row.getString("root"));
                var children = JSON.readTree(row.getString("children"));
                findings.whole(() -> new Comparison(what).sameRows(revision, root, children));
            });
    }
}
