package app.maru.tasks;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gives a first run something to be done, about the content that is there by then. */
@Component
@ConditionalOnBooleanProperty("maru.demo")
@Order(200)
class DemoTasks implements ApplicationRunner {

    private final Tasks tasks;
    private final Comments comments;
    private final ContentTypes types;
    private final Entries entries;
    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    DemoTasks(Tasks tasks, Comments comments, ContentTypes types, Entries entries, JdbcClient database, JsonMapper json, Clock clock) {
        this.tasks = tasks;
        this.comments = comments;
        this.types = types;
        this.entries = entries;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** All of it or nothing, and once: whoever cancels all of it is not given it again. */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (!database.sql("select exists (select from admin_tasks where reason is null)").query(Boolean.class).single()) {
            json.readTree(new ClassPathResource("demo/tasks.json").getInputStream()).forEach(this::make);
        }
    }

    private void make(JsonNode item) {
        var by = person(item.path("by").asString());
        var due = item.has("dueInHours") ? clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(item.path("dueInHours").intValue())) : null;
        var task = tasks.make(new TaskDraft(item.path("title").asString(), item.path("description").asString(""), Priority.of(item.path("priority").asString()).orElseThrow(),
            item.has("assignee") ? person(item.path("assignee").asString()) : null, about(item), due), by);
        item.path("comments").forEach(comment -> comments.say(task.id(), person(comment.path("by").asString()), comment.path("text").asString()));
        tasks.move(task.id(), Status.of(item.path("status").asString()).orElseThrow(), task.assignee() == null ? by : task.assignee());
    }

    private @Nullable About about(JsonNode item) {
        if (item.has("person")) {
            return new About(About.PEOPLE, person(item.path("person").asString()));
        }
        var path = item.path("about").path(0).asString();
        return types.at(path).flatMap(type -> entries.withSlug(type, item.path("about").path(1).asString())).map(entry -> new About(path, entry.id())).orElse(null);
    }

    private UUID person(String role) {
        return database.sql("select profile_id from staff where demo and role = ?").param(role).query(UUID.class).single();
    }
}
