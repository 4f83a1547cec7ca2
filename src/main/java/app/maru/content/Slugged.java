package app.maru.content;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** The component that is an entry's address: lower-case letters and digits in words joined by single hyphens. */
@Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
public @interface Slugged {

    /** The component whose text suggests the slug. */
    String from();

    String message() default "slug";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
