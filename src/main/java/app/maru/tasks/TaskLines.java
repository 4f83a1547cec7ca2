package app.maru.tasks;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.identity.People;
import app.maru.identity.Right;
import app.maru.metrics.Metric;
import app.maru.metrics.Metrics;
import app.maru.tasks.TaskLine.Subject;

/** Calls what tasks name by its name, for many tasks at once. */
@Component
class TaskLines {

    private final People people;
    private final Entries entries;
    private final ContentTypes types;
    private final Metrics metrics;
    private final MessageSource messages;
    private final Clock clock;

    TaskLines(People people, Entries entries, ContentTypes types, Metrics metrics, MessageSource messages, Clock clock) {
        this.people = people;
        this.entries = entries;
        this.types = types;
        this.metrics = metrics;
        this.messages = messages;
        this.clock = clock;
    }

    TaskLine line(Task task) {
        return lines(List.of(task)).getFirst();
    }

    List<TaskLine> lines(Collection<Task> tasks) {
        var about = tasks.stream().map(Task::about).filter(Objects::nonNull).toList();
        var names = people.names(Stream.concat(tasks.stream().flatMap(task -> Stream.of(task.assignee(), task.by()).filter(Objects::nonNull)),
            about.stream().filter(About::isPerson).map(About::id)).collect(Collectors.toSet()));
        var named = entries.find(about.stream().filter(About::isEntry).map(About::id).distinct().toList());
        var measured = metrics.withIds(about.stream().filter(About::isMetric).map(About::id).collect(Collectors.toSet()));
        return tasks.stream().map(task -> new TaskLine(task, name(names, task.assignee()), name(names, task.by()), subject(task.about(), names, named, measured),
            task.isOverdue(clock.instant()))).toList();
    }

    private static @Nullable String name(Map<UUID, String> names, @Nullable UUID person) {
        return person == null ? null : names.get(person);
    }

    private @Nullable Subject subject(@Nullable About about, Map<UUID, String> names, Map<UUID, Entry> named, Map<UUID, Metric> measured) {
        if (about == null) {
            return null;
        }
        if (about.isPerson()) {
            return new Subject(names.getOrDefault(about.id(), say("tasks.about.gone")), "person-vcard", names.containsKey(about.id()) ? about.address() : null, Right.ADMINISTER);
        }
        if (about.isMetric() && measured.containsKey(about.id())) {
            var metric = measured.get(about.id());
            return new Subject(metric.label(LocaleContextHolder.getLocale()), "graph-up", metric.address(), Right.ADMINISTER);
        }
        var entry = named.get(about.id());
        var type = types.at(about.type());
        if (entry == null || type.isEmpty()) {
            return new Subject(say("tasks.about.gone"), "question-circle", null, Right.READ);
        }
        return new Subject(entry.title().isBlank() ? say("editor.untitled") : entry.title(), type.get().icon(), entry.address(), Right.READ);
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
