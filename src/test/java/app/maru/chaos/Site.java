package app.maru.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import tools.jackson.databind.json.JsonMapper;

import app.maru.chaos.Desk.Unanswered;

/** What visitors get of an edition is what the tables say of it. */
final class Site {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PRODUCTS = "/api/v1/billing/products";
    private static final int EDITIONS_AT_ONCE = 3;

    private final Desk visitor;
    private final Random random;
    private final Findings findings;

    Site(Desk visitor, Random random, Findings findings) {
        this.visitor = visitor;
        this.random = random;
        this.findings = findings;
    }

    /** Looks at the newest edition of the tables and at some before it. */
    void inspect(Tables tables) {
        long newest = tables.newestEdition();
        if (newest > 0) {
            inspect(tables, newest);
            random.longs(EDITIONS_AT_ONCE, 1, newest + 1).distinct().forEach(edition -> inspect(tables, edition));
        }
    }

    void inspect(Tables tables, long edition) {
        var expected = tables.sql("""
                select body from publications where from_edition <= :n and (until_edition is null or until_edition > :n)
                  and type = 'billing/products' and access = 'listed' order by display_order, entry_id""")
            .param("n", edition).query(String.class).list();
        list(edition, expected);
        if (!expected.isEmpty()) {
            one(edition, expected.get(random.nextInt(expected.size())));
        }
    }

    private void list(long edition, List<String> expected) {
        var bodies = new ArrayList<String>();
        var next = PRODUCTS + "?limit=100&edition=" + edition;
        while (!next.isEmpty()) {
            var page = JSON.readTree(answer(next));
            page.path("data").forEach(entry -> bodies.add(entry.toString()));
            next = page.path("page").path("next").asString("");
        }
        var same = expected.stream().map(body -> JSON.readTree(body).toString()).sorted().toList();
        findings.check(same.equals(bodies.stream().sorted().toList()),
            "visitors get %d entries of edition %d that are not the %d in the tables".formatted(bodies.size(), edition, expected.size()));
    }

    private void one(long edition, String body) {
        var id = JSON.readTree(body).path("id").asString();
        var found = answer(PRODUCTS + "/" + id + "?edition=" + edition);
        findings.check(found.equals("{\"data\":" + body + "}"), "visitors get another body of %s in edition %d".formatted(id, edition));
    }

    private String answer(String path) {
        try {
            var page = visitor.get(path);
            findings.check(page.status() == 200, "%s answered %d".formatted(path, page.status()));
            return page.status() == 200 ? page.body() : "{}";
        } catch (Unanswered e) {
            throw new Broken("Nothing was to be killed, and yet " + e.getMessage());
        }
    }
}
