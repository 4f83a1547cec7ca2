/**
 * What a content type, an entry and a revision are: describing a type from its record, saving, validating,
 * merging, comparing, ordering and finding entries of any type. It knows nothing of what is published or of any one type.
 */
@ApplicationModule(allowedDependencies = "identity")
@NullMarked
package app.maru.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
