package app.maru.dashboard;

import org.jspecify.annotations.Nullable;

/**
 * A goal as it is shown.
 *
 * @param current how far it is, with the unit of its metric
 * @param metric what its metric is called; null where its value is typed
 */
record GoalView(Goal goal, String current, String target, long daysLeft, @Nullable String metric) {
}
