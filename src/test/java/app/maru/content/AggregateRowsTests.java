package app.maru.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import app.maru.content.Snapshot.Item;
import app.maru.database.FreshDatabase;

@SpringBootTest
@FreshDatabase
@Tag("kernel")
class AggregateRowsTests {

    @Autowired ContentTypes types;
    @Autowired Saving saving;
    @Autowired WorkingCopies copies;
    @Autowired Entries entries;
    @Autowired JdbcClient database;
    @Autowired TransactionTemplate transaction;

    ContentType products;
    UUID author;
    WorkingCopy copy;

    @BeforeEach
    void aProduct() {
        products = types.of("billing/products");
        author = database.sql("insert into profiles (name, email) values ('한지우', ?) returning id").param(UUID.randomUUID() + "@maru.example").query(UUID.class).single();
        copy = ((Outcome.Saved) saving.create(products, UUID.randomUUID(), PostedForm.with("name", "팀").and("slug", "team-" + UUID.randomUUID()).parameters(), author)).copy();
    }

    @Test
    void afterAnyChangesTheRowsSayWhatTheRevisionSays() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int save = 0; save < 80; save++) {
            var list = random.nextBoolean() ? "features" : "steps";
            var changed = changed(list, random);
            save(random.nextInt(3) == 0 ? changed.with("headline", "제안 " + save) : changed);
            assertThat(rows("billing_plan_features", "feature_id", "label")).as("seed %d, save %d", seed, save).isEqualTo(said("features", "label"));
            assertThat(rows("billing_plan_steps", "step_id", "title")).as("seed %d, save %d", seed, save).isEqualTo(said("steps", "title"));
            assertThat(database.sql("select headline, version from billing_products where product_id = ?").param(copy.entry().id())
                .query((row, number) -> row.getString(1) + row.getInt(2)).single()).isEqualTo(Values.text(copy.snapshot().value("headline")) + copy.version());
        }
    }

    @Test
    void whatOthersKeepBesideAChildStaysWithIt() {
        var feature = blank("features").with("label", "무제한");
        save(copy.snapshot().with("features", List.of(feature)));
        database.sql("update billing_plan_features set metadata = '{\"kept\": 1}' where feature_id = ?").param(feature.id()).update();
        save(copy.snapshot().with("headline", "다른 제안"));
        save(copy.snapshot().with("features", List.of(feature.with("label", "끝없이"))));
        assertThat(database.sql("select label || (metadata ->> 'kept') from billing_plan_features where feature_id = ?").param(feature.id()).query(String.class).single())
            .isEqualTo("끝없이1");
    }

    private Snapshot changed(String list, Random random) {
        var items = new ArrayList<>(copy.snapshot().items(list));
        var title = products.child(list).orElseThrow().titleField().name();
        switch (random.nextInt(items.isEmpty() ? 1 : 4)) {
            case 0 -> items.add(random.nextInt(items.size() + 1), blank(list).with(title, "새 것 " + random.nextInt(100)));
            case 1 -> items.remove(random.nextInt(items.size()));
            case 2 -> items.set(0, items.getFirst().with(title, "바꾼 것 " + random.nextInt(100)));
            default -> Collections.shuffle(items, random);
        }
        return copy.snapshot().with(list, items);
    }

    private Item blank(String list) {
        return products.blankItem(products.child(list).orElseThrow(), UUID.randomUUID(), Instant.EPOCH);
    }

    private void save(Snapshot snapshot) {
        copy = transaction.execute(status -> copies.update(copies.locked(products, copy.entry().id()), snapshot, author, "", null));
    }

    private List<String> rows(String table, String id, String title) {
        return database.sql("select %s || %s from %s where product = ? order by display_order".formatted(id, title, table)).param(copy.row()).query(String.class).list();
    }

    private List<String> said(String list, String title) {
        return entries.workingCopy(products, copy.entry().id()).snapshot().items(list).stream().map(item -> item.id() + Values.text(item.fields().get(title))).toList();
    }
}
