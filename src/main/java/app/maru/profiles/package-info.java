/**
 * The people whom the platform knows: who they are, what they pay and what they made. Money is read here; it comes from
 * the services that take it, and nobody types it.
 */
@ApplicationModule(allowedDependencies = {"identity", "desk", "content"})
@NullMarked
package app.maru.profiles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
