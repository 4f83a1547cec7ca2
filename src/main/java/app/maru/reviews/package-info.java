/**
 * Somebody who may not publish asks an editor to look at a revision; the editor publishes it or sends it back. Publishing
 * is the answer: a review hears of editions, and nobody has to tell it.
 */
@ApplicationModule(allowedDependencies = {"content", "publishing", "identity"})
@NullMarked
package app.maru.reviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
