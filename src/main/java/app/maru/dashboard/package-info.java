/**
 * Where people begin: what waits for them, what concerns them, and how far they have come with what they set out to do.
 * Everybody arranges their own widgets, out of what their rights let them see; what those show, other rooms know.
 */
@ApplicationModule(allowedDependencies = {"content", "publishing", "reviews", "tasks", "events", "metrics", "mail", "identity", "desk"})
@NullMarked
package app.maru.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
