package app.maru.content;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** Text that is an address a visitor may follow: http(s), a path of the site, an anchor or mailto; never script or data. */
@Pattern(regexp = "(?i)(https?://[^\\s/?#]+\\S*|/(?![/\\\\])\\S*|#\\S*|mailto:\\S+@\\S+)?")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Link {

    String message() default "link";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
