/**
 * The published site as a sequence of editions: publishing, unpublishing, archiving and moving each commit the next
 * edition in one transaction, and nothing ever changes an edition again. What is scheduled does the same at its time.
 */
@ApplicationModule(allowedDependencies = {"content", "identity", "database"})
@NullMarked
package app.maru.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
