/** Plans on sale: what each offers, how to start, what people ask, and where to pay. */
@ApplicationModule(allowedDependencies = {"content", "publishing", "identity"})
@NullMarked
package app.maru.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
