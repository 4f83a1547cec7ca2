package app.maru.events;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import app.maru.desk.NavigationItem;
import app.maru.profiles.ProfilePart;

/** Where the desk leads to events from, and where else they are shown. */
@Configuration(proxyBeanMethods = false)
class EventsOnTheDesk {

    private static final int OF_A_PERSON = 6;

    @Bean
    NavigationItem eventsNavigation() {
        return new NavigationItem("desk", 20, "/events", "events.title", "activity");
    }

    @Bean
    ProfilePart eventsOfAPerson(RecentEvents events, EventLines lines) {
        return new ProfilePart("events/of-a-person", person -> of(person, events, lines));
    }

    private static OfAPerson of(UUID person, RecentEvents events, EventLines lines) {
        var found = events.page(EventQuery.of(person), ZoneOffset.UTC, OF_A_PERSON);
        return new OfAPerson(lines.lines(found.subList(0, Math.min(OF_A_PERSON, found.size()))), found.size() > OF_A_PERSON ? EventQuery.of(person).newest() : null);
    }

    /** The newest events that concern somebody, and where the others are. */
    record OfAPerson(List<EventLine> lines, @Nullable String all) {}
}
