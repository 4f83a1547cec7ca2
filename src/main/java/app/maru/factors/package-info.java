/**
 * The second factor: codes of an app, and recovery codes for who has lost it; the second step of signing in; and the setting
 * that demands it of admins. What else proves a second factor says so as {@link app.maru.identity.SecondMeans}.
 */
@ApplicationModule(allowedDependencies = {"limits", "mail", "identity", "desk"})
@NullMarked
package app.maru.factors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
