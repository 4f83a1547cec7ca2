package app.maru.editing;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import app.maru.publishing.Schedule;
import app.maru.publishing.Schedules;

/** What stands beside an entry's state: that something is to happen to it, or has failed. */
@Component
class Badges {

    private static final Map<Schedule.State, String> OF_SCHEDULES = Map.of(Schedule.State.PENDING, "scheduled", Schedule.State.FAILED, "failed");

    private final Schedules schedules;

    Badges(Schedules schedules) {
        this.schedules = schedules;
    }

    /** The badges of those entries that have any, by their names in {@code desk/parts :: state}. */
    Map<UUID, List<String>> of(Collection<UUID> entries) {
        return schedules.states(entries).entrySet().stream()
            .collect(toMap(Map.Entry::getKey, found -> found.getValue().stream().map(OF_SCHEDULES::get).toList()));
    }
}
