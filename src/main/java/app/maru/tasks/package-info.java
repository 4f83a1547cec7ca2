/**
 * What is to be done at the desk: a board and a list of tasks, each with who does it, by when, what it is about, and what
 * was said. People make tasks, and so does the product: where something goes wrong that waits for somebody, it makes one,
 * and closes it once the cause is gone. Who may write may work on tasks; who may read sees them.
 */
@ApplicationModule(allowedDependencies = {"content", "publishing", "checks", "metrics", "identity", "desk"})
@NullMarked
package app.maru.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
