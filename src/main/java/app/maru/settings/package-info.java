/** What customers find on the settings page of the product: sections, and the tiles in each. */
@ApplicationModule(allowedDependencies = "content")
@NullMarked
package app.maru.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
