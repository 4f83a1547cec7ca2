package app.maru.events;

import java.time.ZoneOffset;
import java.util.List;

import org.springframework.stereotype.Component;

/** What happened last, for other rooms. */
@Component
public class Latest {

    private static final EventQuery ALL = new EventQuery(null, false, null, "", null, null, null);

    private final RecentEvents events;
    private final EventLines lines;

    Latest(RecentEvents events, EventLines lines) {
        this.events = events;
        this.lines = lines;
    }

    /** The newest few events, as they read. */
    public List<EventLine> events(int most) {
        return lines.lines(events.page(ALL, ZoneOffset.UTC, most).stream().limit(most).toList());
    }
}
