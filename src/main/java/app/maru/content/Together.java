package app.maru.content;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Publishing demands all of these components or none of them, such as the label and the address of a button. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Together.Several.class)
public @interface Together {

    /** The components that say something only together. */
    String[] value();

    /** Several groups of such components. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {
        Together[] value();
    }
}
