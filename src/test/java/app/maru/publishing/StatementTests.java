package app.maru.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.content.ContentTypes;
import app.maru.content.Outcome;
import app.maru.content.PostedForm;
import app.maru.content.Saving;
import app.maru.database.StatementCount;
import app.maru.publishing.Publishing.Exact;

/** How many statements a save and a publish may send: what keeps both quick wherever the database stands. */
@SpringBootTest
@Import(StatementCount.class)
class StatementTests {

    private static final List<String> CHILDREN = List.of("features:label", "steps:title", "faqs:question", "checkoutLinks:ctaLabel");
    private static final List<String> PROVIDERS = List.of("stripe", "toss", "paypal", "manual", "stripe");

    @Autowired StatementCount count;
    @Autowired ContentTypes types;
    @Autowired Saving saving;
    @Autowired Publishing publishing;
    @Autowired JdbcClient database;

    /** Every list changes; nothing but the name changes: its seven statements leave all children alone. */
    @Test
    void savingAProductWithTwentyChildrenTakesFifteenStatementsAndPublishingThirteen() {
        var author = database.sql("insert into profiles (name, email) values ('이도윤', ?) returning id").param(UUID.randomUUID() + "@maru.example").query(UUID.class).single();
        var products = types.of("billing/products");
        var form = PostedForm.with("name", "팀").and("slug", "team-" + UUID.randomUUID());
        CHILDREN.forEach(child -> addFive(form, child.split(":")[0], child.split(":")[1]));
        var copy = ((Outcome.Saved) saving.create(products, UUID.randomUUID(), form.parameters(), author)).copy();
        assertThat(copy.snapshot().children().values().stream().mapToInt(List::size).sum()).isEqualTo(20);

        form.parameters().set("name", "팀 플러스");
        var named = count.during(() -> saving.save(new Saving.Edit(products, copy.entry().id(), copy.version(), 1, form.parameters(), "", author)));
        assertThat(named).as("save of the name").hasSizeBetween(5, 7).noneMatch(statement -> statement.contains("billing_plan_"));

        form.parameters().keySet().stream().filter(name -> name.matches(".*\\.(label|title|question|ctaLabel)")).toList()
            .forEach(name -> form.parameters().set(name, "다른 항목"));
        var saved = count.during(() -> saving.save(new Saving.Edit(products, copy.entry().id(), copy.version() + 1, 2, form.parameters(), "", author)));
        assertThat(saved).as("save of every child").hasSizeBetween(8, 15);

        var published = count.during(() -> publishing.publish(List.of(new Exact(copy.entry().id(), 3)), author));
        assertThat(published).as("publish, one of them for what it may settle, one for whose work it was, and one for the audit log").hasSizeBetween(5, 13);
    }

    private static void addFive(PostedForm form, String children, String field) {
        for (int i = 0; i < 5; i++) {
            var id = UUID.randomUUID();
            form.card(children, id, field, "항목 " + i);
            if (children.equals("checkoutLinks")) {
                form.and(children + "." + id + ".provider", PROVIDERS.get(i)).and(children + "." + id + ".interval", i == 4 ? "yearly" : "monthly");
            }
        }
    }
}
