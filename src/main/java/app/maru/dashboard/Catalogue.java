package app.maru.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import app.maru.desk.Command;
import app.maru.desk.Commands;
import app.maru.identity.Person;
import app.maru.identity.Right;
import app.maru.identity.Role;
import app.maru.metrics.Metric;
import app.maru.metrics.Metrics;

/** What can be put on a dashboard, and what is there at first. */
@Component
class Catalogue {

    static final Right MEASURES = Right.ADMINISTER;
    static final String CONFIGURED = "what";

    private static final Map<Role, List<String>> AT_FIRST = Map.of(
        Role.VIEWER, List.of("published", "scheduled", "activity"),
        Role.AUTHOR, List.of("tasks", "unsaved", "drafts", "asked", "checks", "activity"),
        Role.EDITOR, List.of("reviews", "tasks", "failed", "scheduled", "unsaved", "drafts", "checks", "activity"),
        Role.ADMIN, List.of("tasks", "reviews", "failed", "scheduled", "checks", "activity", "events"));
    private static final List<String> MEASURED_AT_FIRST = List.of("business.mrr.krw", "business.plans", "delivery.requests", "delivery.p99");

    private final WidgetLists lists;
    private final Metrics metrics;
    private final Commands commands;
    private final MessageSource messages;

    Catalogue(WidgetLists lists, Metrics metrics, Commands commands, MessageSource messages) {
        this.lists = lists;
        this.metrics = metrics;
        this.commands = commands;
        this.messages = messages;
    }

    /** Something that can be added: a widget of that type and key, which shows that. */
    record Offer(String type, String key, String what, String title, String icon) {}

    /** The lists that this person may see. */
    List<Offer> lists(Person person) {
        return lists.all().stream().filter(kind -> person.may(kind.right())).map(kind -> new Offer(Widget.LIST, kind.key(), "", say("dashboard.list." + kind.key()), kind.icon())).toList();
    }

    /** The metrics that this person may see. */
    List<Offer> metrics(Person person) {
        return !person.may(MEASURES) ? List.of() : metrics.all().stream().filter(metric -> metric.isNumber() && !metric.archived())
            .map(metric -> new Offer(Widget.METRIC, Widget.METRIC, metric.key(), metric.label(LocaleContextHolder.getLocale()), "graph-up")).toList();
    }

    /** The pages to which a button can lead this person. */
    List<Offer> calls(Person person) {
        return places(person).map(command -> new Offer(Widget.CALL, Widget.CALL, command.path(), say(command.messageKey()), command.icon())).distinct().toList();
    }

    Stream<Command> places(Person person) {
        return commands.of(person).stream().filter(command -> command.fields() == null);
    }

    /** A widget that this person may add; empty where there is none such. */
    Optional<Widget> widget(Person person, String type, String key, String what) {
        return switch (type) {
            case Widget.LIST -> lists(person).stream().filter(offer -> offer.key().equals(key)).findFirst().map(offer -> widget(type, key, Size.MEDIUM, Map.of()));
            case Widget.METRIC -> metrics(person).stream().filter(offer -> offer.what().equals(what)).findFirst().map(offer -> widget(type, Widget.METRIC, Size.SMALL, Map.of(CONFIGURED, what)));
            case Widget.CHART -> metrics(person).stream().filter(offer -> offer.what().equals(what)).findFirst().map(offer -> widget(type, Widget.CHART, Size.MEDIUM, Map.of(CONFIGURED, what)));
            case Widget.CALL -> calls(person).stream().filter(offer -> offer.what().equals(what)).findFirst().map(offer -> widget(type, Widget.CALL, Size.SMALL, Map.of(CONFIGURED, what)));
            default -> Optional.empty();
        };
    }

    /** What somebody of that role begins with. */
    List<Widget> atFirst(Person person) {
        var known = metrics.all().stream().map(Metric::key).toList();
        var measured = person.may(MEASURES) ? MEASURED_AT_FIRST.stream().filter(known::contains).toList() : List.<String>of();
        var calls = calls(person).stream().filter(offer -> offer.what().endsWith("/new")).limit(person.role() == Role.AUTHOR ? 4 : 0);
        return Stream.of(measured.stream().map(key -> widget(Widget.METRIC, Widget.METRIC, Size.SMALL, Map.of(CONFIGURED, key))),
            calls.map(offer -> widget(Widget.CALL, Widget.CALL, Size.SMALL, Map.of(CONFIGURED, offer.what()))),
            AT_FIRST.get(person.role()).stream().map(key -> widget(Widget.LIST, key, Size.MEDIUM, Map.of())),
            measured.stream().limit(1).map(key -> widget(Widget.CHART, Widget.CHART, Size.MEDIUM, Map.of(CONFIGURED, key)))).flatMap(some -> some).toList();
    }

    private static Widget widget(String type, String key, Size size, Map<String, Object> config) {
        return new Widget(UUID.randomUUID(), key, type, "", size, config, false);
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
