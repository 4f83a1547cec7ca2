/**
 * Who did what, when, from where, and what it said before and after: the log that identity keeps, shown to admins, sealed
 * in a chain of hashes by one writer at a time, verified, and forgotten by whole months. Other rooms write what is done in
 * them through identity; this one adds the editions of the site.
 */
@ApplicationModule(allowedDependencies = {"content", "publishing", "profiles", "events", "database", "identity", "desk"})
@NullMarked
package app.maru.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
