package app.maru.events;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Person;
import app.maru.profiles.Directory;

/** Makes pages of the stream. */
@Component
class EventsPages {

    private static final int MEANT = 8;

    private final RecentEvents events;
    private final EventLines lines;
    private final Directory directory;
    private final Clock clock;

    EventsPages(RecentEvents events, EventLines lines, Directory directory, Clock clock) {
        this.events = events;
        this.lines = lines;
        this.directory = directory;
        this.clock = clock;
    }

    EventsPage page(EventQuery query, Person person) {
        var found = events.page(query, person.zone(), RecentEvents.PAGE);
        boolean more = found.size() > RecentEvents.PAGE;
        var shown = more ? found.subList(0, RecentEvents.PAGE) : found;
        var who = query.person() == null ? null : directory.known(query.person()).orElse(null);
        return new EventsPage(query, lines.lines(shown), who, query.who().isEmpty() ? List.of() : directory.find(query.who(), MEANT),
            shown.isEmpty() ? "" : shown.getFirst().mark().toString(), more ? shown.getLast().mark().toString() : null, isCurrent(query, person));
    }

    /** Whether what happens from now on would stand on this page. */
    private boolean isCurrent(EventQuery query, Person person) {
        return query.after() == null && (query.until() == null || !query.until().isBefore(LocalDate.now(clock.withZone(person.zone()))));
    }
}
