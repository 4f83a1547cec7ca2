package app.maru.desk;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import app.maru.desk.Input.Choice;

/** The time zones that a person can choose: places on the map, not the names that are kept for old programs. */
@Component
public class Zones {

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();
    private static final Pattern PLACE = Pattern.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC");

    private final Times times;
    private final Clock clock;

    Zones(Times times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /** Whether there is a zone of that name in the IANA time zone database. */
    public static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    /** All places, and what is chosen now, whatever it is. */
    public List<Choice> choices(String chosen) {
        var now = clock.instant();
        return Stream.concat(KNOWN.stream().filter(PLACE.asMatchPredicate()), Stream.of(chosen)).distinct().sorted()
            .map(zone -> Choice.called(zone, isKnown(zone) ? times.zone(ZoneId.of(zone), now) : zone)).toList();
    }
}
