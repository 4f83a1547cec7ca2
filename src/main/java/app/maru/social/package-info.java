/**
 * Signing in with an account at Google, GitHub, Apple or Kakao. Admins set the providers up on screen; each use reads them, so
 * that a change holds at once at all nodes. Whoever comes this way must be of the staff, or invited, at an address which the
 * provider has verified; from then on their account there is known by the provider's own name for it. Nobody is made a person
 * by this. The addresses of providers stand here and in the operator's configuration: none is typed on a screen.
 */
@ApplicationModule(allowedDependencies = {"signin", "staff", "limits", "mail", "identity", "desk"})
@NullMarked
package app.maru.social;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
