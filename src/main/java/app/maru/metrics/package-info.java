/**
 * What Maru and the business do, in figures: metrics with their samples, collected each minute, typed by people or posted
 * by machines, kept raw for a week and by the hour for a year; their screens; and alerts when one goes where it should not.
 *
 * <p>Other rooms read metrics through {@link app.maru.metrics.Metrics}: {@code metrics.all()} for what there is,
 * {@code metrics.latest(keys)} for the last value of each, {@code metrics.series(metric, Range.named("week", now, zone))} for
 * a course of time, {@code metrics.chart(series, before)} for the {@link app.maru.desk.Chart} of it, which
 * {@code desk/chart.html} draws, and {@code metrics.sparklines(keys)} for many small ones at once.
 * {@code figures.write(value, unit)} writes a value as the person reads it.
 */
@ApplicationModule(allowedDependencies = {"publishing", "delivery", "sessions", "identity", "desk", "database"})
@NullMarked
package app.maru.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
