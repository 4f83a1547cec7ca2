/** News for customers. Other services read the table, so the room keeps there where each announcement stands, as it hears of it. */
@ApplicationModule(allowedDependencies = {"content", "publishing", "identity"})
@NullMarked
package app.maru.announcements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
