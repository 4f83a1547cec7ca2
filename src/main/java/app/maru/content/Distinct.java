package app.maru.content;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** No two children of the list share the values of these components; absent values count as equal. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Distinct {

    /** The components that together must differ; the table has the same constraint. */
    String[] value();
}
