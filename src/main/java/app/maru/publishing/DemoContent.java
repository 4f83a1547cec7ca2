package app.maru.publishing;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Outcome;
import app.maru.content.Paths;
import app.maru.content.Saving;
import app.maru.content.WorkingCopy;
import app.maru.publishing.Publishing.Exact;
import app.maru.publishing.Schedule.Action;
import app.maru.publishing.Scheduling.Wish;

/**
 * Fills a first run: for each type that has no entry yet, saves and publishes what {@code demo/{path}.json} lists, the
 * way a person would; what it says of a time or a review comes after that.
 */
@Component
@ConditionalOnBooleanProperty("maru.demo")
@Order(100)
class DemoContent implements ApplicationRunner {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final ContentTypes types;
    private final Entries entries;
    private final Saving saving;
    private final Publishing publishing;
    private final Scheduling scheduling;
    private final ApplicationEventPublisher events;
    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    DemoContent(ContentTypes types, Entries entries, Saving saving, Publishing publishing, Scheduling scheduling, ApplicationEventPublisher events,
                JdbcClient database, JsonMapper json, Clock clock) {
        this.types = types;
        this.entries = entries;
        this.saving = saving;
        this.publishing = publishing;
        this.scheduling = scheduling;
        this.events = events;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** All of it or nothing: a first run that is cut short begins anew. */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        for (var type : types.all()) {
            var file = new ClassPathResource("demo/" + type.path() + ".json");
            if (file.exists() && isEmpty(type)) {
                fill(type, json.readTree(file.getInputStream()));
            }
        }
    }

    private boolean isEmpty(ContentType type) {
        return !database.sql("select exists (select from content_entries where type = ?)").param(type.path()).query(Boolean.class).single();
    }

    private void fill(ContentType type, JsonNode list) {
        var editor = person("editor");
        for (var item : list) {
            var copy = saved(saving.create(type, UUID.randomUUID(), form(type, item.path("entry")), editor));
            if (item.path("publish").booleanValue()) {
                publishing.publish(List.of(new Exact(copy.entry().id(), copy.entry().head())), editor);
            }
            if (item.has("then")) {
                change(copy, item, item.has("review") ? person("author") : editor);
            }
            if (item.has("takeDown")) {
                scheduling.schedule(type, new Wish(copy.entry().id(), Action.UNPUBLISH, null, midnightOf(MonthDay.parse(item.path("takeDown").asString()))), editor);
            }
        }
    }

    private UUID person(String role) {
        return database.sql("select profile_id from staff where demo and role = ?").param(role).query(UUID.class).single();
    }

    private void change(WorkingCopy copy, JsonNode item, UUID author) {
        var changed = saved(saving.save(new Saving.Edit(copy.type(), copy.entry().id(), copy.version(), copy.entry().head(),
            form(copy.type(), item.path("then")), "", author))).entry();
        if (item.has("review")) {
            events.publishEvent(new DemoEntrySubmitted(changed.id(), changed.head(), author, item.path("review").asString()));
        }
    }

    private Appointment midnightOf(MonthDay day) {
        var today = LocalDate.ofInstant(clock.instant(), SEOUL);
        var next = day.atYear(today.getYear());
        return new Appointment((next.isAfter(today) ? next : day.atYear(today.getYear() + 1)).atStartOfDay(SEOUL).toInstant(), SEOUL);
    }

    private static WorkingCopy saved(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Saved saved -> saved.copy();
            default -> throw new IllegalStateException("The demo content cannot be saved: " + outcome);
        };
    }

    private MultiValueMap<String, String> form(ContentType type, JsonNode entry) {
        var form = new LinkedMultiValueMap<String, String>();
        entry.propertyStream().forEach(property -> {
            if (type.child(property.getKey()).isEmpty()) {
                form.add(property.getKey(), text(type, property.getKey(), property.getValue().asString()));
            } else {
                property.getValue().forEach(child -> card(form, property.getKey(), UUID.randomUUID(), child));
            }
        });
        return form;
    }

    /** The file names an entry that is pointed to by its slug. */
    private String text(ContentType type, String field, String text) {
        return type.field(field).filter(declared -> declared.target() != null)
            .flatMap(relation -> entries.withSlug(types.of(relation.target()), text)).map(entry -> entry.id().toString()).orElse(text);
    }

    private static void card(MultiValueMap<String, String> form, String children, UUID id, JsonNode child) {
        form.add(Paths.order(children), id.toString());
        child.propertyStream().forEach(property -> form.add(Paths.of(children, id, property.getKey()), property.getValue().asString()));
    }
}
