/**
 * What machines send, below {@code /ingest/v1}, each with a token of its own; and the screen on which admins make, see and
 * revoke those tokens. What is sent becomes what the room that it feeds makes of it.
 */
@ApplicationModule(allowedDependencies = {"metrics", "identity", "desk"})
@NullMarked
package app.maru.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
