/** What people see and change of their own account. */
@ApplicationModule(allowedDependencies = {"factors", "passkeys", "social", "sessions", "limits", "identity", "desk"})
@NullMarked
package app.maru.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
