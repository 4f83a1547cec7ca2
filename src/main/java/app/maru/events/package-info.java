/**
 * What happened lately around the content: who signed in, what was paid and which projects began, as one stream that is
 * always current. It keeps nothing of its own; the view {@code admin_recent_events} reads what other rooms keep.
 */
@ApplicationModule(allowedDependencies = {"content", "profiles", "identity", "desk"})
@NullMarked
package app.maru.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
