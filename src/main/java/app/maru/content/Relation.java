package app.maru.content;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The component holds the public id of another entry, or nothing. Its column is named after it with {@code _id} behind,
 * and refers to the table of the type that it points to.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Relation {

    /** The path of the type that it points to, such as {@code usecases/categories}. */
    String value();
}
