/**
 * What is worth a look before visitors find it: run on every save in the background, again when what it depends on
 * changes, and before publishing. What must hold for publishing is a rule of the type and found here too; a check of its
 * own only warns. A new check is one class that implements {@link app.maru.checks.Check}.
 */
@ApplicationModule(allowedDependencies = {"content", "publishing"})
@NullMarked
package app.maru.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
