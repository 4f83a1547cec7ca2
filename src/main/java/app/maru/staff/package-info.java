/**
 * The people who work at the desk: invited by a link that works once, with a role, suspended, deactivated, and what they leave
 * handed over. Somebody always remains an admin: the database holds it, whoever changes what. Rooms in which people have
 * something to do contribute it as {@link app.maru.identity.OpenWork}.
 */
@ApplicationModule(allowedDependencies = {"factors", "mail", "identity", "desk"})
@NullMarked
package app.maru.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
