/** What helps customers to make short videos: prompts to begin with, and what people ask. */
@ApplicationModule(allowedDependencies = {"content", "identity"})
@NullMarked
package app.maru.shorts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
