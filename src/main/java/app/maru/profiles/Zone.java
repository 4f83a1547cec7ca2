package app.maru.profiles;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import app.maru.desk.Zones;

/** A name of the IANA time zone database. */
@Constraint(validatedBy = Zone.Known.class)
@Target(FIELD)
@Retention(RUNTIME)
@interface Zone {

    String message() default "{profiles.timezone.unknown}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks the name up. */
    class Known implements ConstraintValidator<Zone, String> {

        @Override
        public boolean isValid(String name, ConstraintValidatorContext context) {
            return Zones.isKnown(name);
        }
    }
}
