/**
 * The screens for every content type: list, editor, preview, history and comparison, and the editions they led to. A type
 * needs no screen of its own: all of it follows from the type's description. It may bring the template of its preview.
 */
@ApplicationModule(allowedDependencies = {"content", "publishing", "checks", "reviews", "identity", "desk"})
@NullMarked
package app.maru.editing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
