/**
 * Who may do what: people, their roles and rights, signing in and out, and the log of it.
 * Every room may ask this one; it asks none.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.maru.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
