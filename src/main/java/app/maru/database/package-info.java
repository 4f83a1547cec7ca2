/**
 * The ground Maru stands on: the PostgreSQL of a first run, what every database must have,
 * and the one sentence that is said when a start fails.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.maru.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
