/**
 * What the product keeps of a person, given to them or to an admin, and taken away for good. The rooms say what they keep as
 * {@link app.maru.identity.PersonalData}; this one reads it, erases it, and gives what has to stay a name that tells nothing.
 */
@ApplicationModule(allowedDependencies = {"identity", "desk"})
@NullMarked
package app.maru.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
