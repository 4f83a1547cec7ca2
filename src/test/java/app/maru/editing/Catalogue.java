package app.maru.editing;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.Outcome;
import app.maru.content.PostedForm;
import app.maru.content.Saving;
import app.maru.content.Slugs;
import app.maru.content.WorkingCopy;
import app.maru.identity.Role;
import app.maru.publishing.Publishing;
import app.maru.publishing.Publishing.Exact;
import app.maru.publishing.Publishing.Result;

/** The plans of a small company that makes videos, in Korean and English, as its staff save and publish them. */
@TestComponent
class Catalogue {

    private final Saving saving;
    private final Entries entries;
    private final Publishing publishing;
    private final JdbcClient database;
    private final ContentType products;

    Catalogue(ContentTypes types, Saving saving, Entries entries, Publishing publishing, JdbcClient database) {
        this.saving = saving;
        this.entries = entries;
        this.publishing = publishing;
        this.database = database;
        this.products = types.of("billing/products");
    }

    /** No plan at all, and nobody's views: the editions stay. */
    Catalogue emptied() {
        database.sql("truncate content_entries, content_revisions, publications, billing_products, list_views cascade").update();
        return this;
    }

    /** The company on an ordinary day, in this order: Free, Creator (changed), Team, Enterprise, an old plan, a draft. */
    void ordinary() {
        published("무료", PostedForm.with("headline", "혼자 시작하기에 충분한 기본 도구"));
        changed("크리에이터", PostedForm.with("headline", "꾸준히 올리는 창작자를 위한 요금제"));
        published("팀", PostedForm.with("headline", "함께 만드는 팀을 위한 요금제"));
        published("Enterprise", PostedForm.with("headline", "For companies with many channels"));
        published("스타터 2023", PostedForm.with("visibility", "legacy"));
        draft("에이전시", PostedForm.with("isActive", "false"));
    }

    /** So many drafts: Plan 01 and on. */
    List<UUID> many(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> draft("Plan %02d".formatted(number), new PostedForm()).entry().id()).toList();
    }

    /** So many entries of which only the catalogue knows. */
    Catalogue rows(int count, String state) {
        database.sql("""
                with entry as (
                  insert into content_entries (type, title, head, revisions, archived_at, display_order)
                  select 'billing/products', 'Row ' || i, 1, 1, case when ? = 'archived' then now() end, i from generate_series(1, ?) i returning entry_id)
                insert into content_revisions (entry_id, number, body) select entry_id, 1, '{}' from entry""")
            .param(state).param(count).update();
        return this;
    }

    WorkingCopy draft(String name, PostedForm form) {
        form.and("name", name);
        if (!form.parameters().containsKey("slug")) {
            form.and("slug", Slugs.suggest(name));
        }
        return saved(saving.create(products, UUID.randomUUID(), form.parameters(), person(Role.EDITOR)));
    }

    WorkingCopy published(String name, PostedForm form) {
        var copy = draft(name, form);
        publish(copy);
        return copy;
    }

    private void changed(String name, PostedForm form) {
        save(published(name, form), PostedForm.with("description", "연간 결제하면 **두 달치가 무료**예요."));
    }

    /** Saves what an author changed since. */
    WorkingCopy save(WorkingCopy since, PostedForm form) {
        return save(since, form, "");
    }

    /** The same under a name. */
    WorkingCopy save(WorkingCopy since, PostedForm form, String name) {
        return saved(saving.save(new Saving.Edit(products, since.entry().id(), since.version(), since.entry().head(), form.parameters(), name, person(Role.AUTHOR))));
    }

    private static WorkingCopy saved(Outcome outcome) {
        return ((Outcome.Saved) outcome).copy();
    }

    /** Publishes what was saved; the number of the edition. */
    long publish(WorkingCopy copy) {
        return ((Result.Committed) publishing.publish(List.of(new Exact(copy.entry().id(), copy.entry().head())), person(Role.EDITOR))).edition();
    }

    Entry entry(UUID id) {
        return entries.entry(products, id);
    }

    WorkingCopy copy(UUID id) {
        return entries.workingCopy(products, id);
    }

    UUID id(String title) {
        return database.sql("select entry_id from content_entries where title = ?").param(title).query(UUID.class).single();
    }

    /** Titles in the order that staff put the plans in. */
    List<String> order() {
        return database.sql("select title from content_entries order by display_order, id").query(String.class).list();
    }

    long newestEdition() {
        return database.sql("select edition from published_site").query(Long.class).single();
    }

    private UUID person(Role role) {
        return database.sql("select profile_id from staff where demo and role = ?").param(role.wireName()).query(UUID.class).single();
    }
}
