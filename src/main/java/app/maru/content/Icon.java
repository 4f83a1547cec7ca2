package app.maru.content;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** Text that names an icon of the site's icon set, such as {@code check-circle}. */
@Pattern(regexp = "([a-z0-9]+(-[a-z0-9]+)*)?")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Icon {

    String message() default "icon";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
