package app.maru.editing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import app.maru.publishing.Schedule;
import app.maru.publishing.Schedules;
import app.maru.reviews.Reviews;

/** What stands beside an entry's state: that something is to happen to it, or has failed, or waits for an editor's answer. */
@Component
class Badges {

    private static final Map<Schedule.State, String> OF_SCHEDULES = Map.of(Schedule.State.PENDING, "scheduled", Schedule.State.FAILED, "failed");
    private static final String IN_REVIEW = "in-review";

    private final Schedules schedules;
    private final Reviews reviews;

    Badges(Schedules schedules, Reviews reviews) {
        this.schedules = schedules;
        this.reviews = reviews;
    }

    /** The badges of those entries that have any, by their names in {@code desk/parts :: state}. */
    Map<UUID, List<String>> of(Collection<UUID> entries) {
        var badges = new HashMap<UUID, List<String>>();
        schedules.states(entries).forEach((entry, states) -> badges.put(entry, new ArrayList<>(states.stream().map(OF_SCHEDULES::get).toList())));
        reviews.waiting(entries).forEach(entry -> badges.computeIfAbsent(entry, none -> new ArrayList<>()).add(IN_REVIEW));
        return badges;
    }

    /** The badges of the entry whose editor shows this. */
    static List<String> of(SchedulePanel schedule, @Nullable ReviewPanel review) {
        var badges = new ArrayList<String>();
        if (!schedule.failed().isEmpty()) {
            badges.add(OF_SCHEDULES.get(Schedule.State.FAILED));
        }
        if (!schedule.pending().isEmpty()) {
            badges.add(OF_SCHEDULES.get(Schedule.State.PENDING));
        }
        if (review != null && review.review().isOpen()) {
            badges.add(IN_REVIEW);
        }
        return badges;
    }
}
