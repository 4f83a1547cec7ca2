package app.maru.events;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import app.maru.identity.People;

/** Says in words what happened, for many events at once. */
@Component
class EventLines {

    private static final Map<Kind, String> PLACES = Map.of(Kind.SIGN_IN, "", Kind.PAYMENT, "#invoices-heading", Kind.PROJECT, "#projects-heading");

    private final People people;
    private final MessageSource messages;

    EventLines(People people, MessageSource messages) {
        this.people = people;
        this.messages = messages;
    }

    List<EventLine> lines(List<RecentEvent> events) {
        var names = people.names(events.stream().map(RecentEvent::actor).filter(Objects::nonNull).collect(Collectors.toSet()));
        return events.stream().map(event -> line(event, names)).toList();
    }

    private EventLine line(RecentEvent event, Map<UUID, String> names) {
        var name = event.actor() == null ? null : names.get(event.actor());
        return new EventLine(event.kind(), event.at(), sentence(event, name), second(event),
            name == null ? null : "/profiles/" + event.actor() + PLACES.get(event.kind()), event.failed());
    }

    private String sentence(RecentEvent event, @Nullable String name) {
        var who = name == null ? say("events.somebody") : name;
        var amount = event.amount() == null ? "" : event.amount().toString();
        var title = event.title().isBlank() ? say("events.untitled") : event.title();
        var topic = "events." + event.kind().key() + ".";
        return messages.getMessage(topic + event.what() + (event.actor() == null && event.failed() ? ".unknown" : ""), new Object[] {who, amount, title}, say(topic + "other", who, amount, title), locale());
    }

    private String second(RecentEvent event) {
        return event.kind() != Kind.PAYMENT ? "" : event.about().isBlank() ? say("events.invoice", event.title()) : say("events.invoice.of", event.title(), event.about());
    }

    private String say(String key, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, locale()));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
