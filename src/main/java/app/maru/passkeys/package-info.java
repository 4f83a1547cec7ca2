/**
 * Passkeys: keys that people's devices keep and use only after they have made sure of the person, by which people sign in
 * without typing anything. They are bound to the desk's configured address; what a device says of itself is not asked.
 */
@ApplicationModule(allowedDependencies = {"signin", "limits", "sessions", "mail", "identity", "desk"})
@NullMarked
package app.maru.passkeys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
