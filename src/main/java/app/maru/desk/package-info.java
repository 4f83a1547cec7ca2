/**
 * The frame every screen stands in: layout, navigation, theme, language, the parts that screens are made of, and
 * what a person reads when something goes wrong. It asks identity who is looking, and shows only what they may see.
 */
@ApplicationModule(allowedDependencies = "identity")
@NullMarked
package app.maru.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
