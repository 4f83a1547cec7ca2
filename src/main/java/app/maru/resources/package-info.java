/** What the site gives away: collections of starter kits, guides and letters, with what is in them, what people ask and what can be downloaded. */
@ApplicationModule(allowedDependencies = "content")
@NullMarked
package app.maru.resources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
