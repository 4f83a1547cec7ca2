/**
 * The ground Maru stands on: the PostgreSQL of a first run, what every database must have,
 * the one sentence that is said when a start fails, and the threads that work on it in the background.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.maru.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
