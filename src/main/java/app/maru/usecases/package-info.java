/** What customers do with the product: categories of use, and in each the stories of customers. */
@ApplicationModule(allowedDependencies = "content")
@NullMarked
package app.maru.usecases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
