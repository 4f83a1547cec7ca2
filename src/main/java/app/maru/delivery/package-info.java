/**
 * The published site as JSON: answers {@code /api/v1} out of memory, in front of everything else, and knows by the
 * number of the newest edition what of it still holds. Drafts are not here.
 */
@ApplicationModule(allowedDependencies = {"publishing", "content"})
@NullMarked
package app.maru.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
