package app.maru.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Beside {@link Requires}: this handler method, or every one of this controller that changes something, is reached only by who
 * has proved lately who they are. Whoever has not is asked to, and then what they wanted is carried out.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ProvedLately {
}
