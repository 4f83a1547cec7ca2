package app.maru.content;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the record that defines a content type; the record is the root of a Spring Data JDBC aggregate. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Content {

    /** Where its screens and its JSON live, such as {@code billing/products}; message keys begin with it, a dot for each slash. */
    String path();

    /** The component that names an entry in lists and breadcrumbs. */
    String title();

    /** The bootstrap-icons name shown beside the type. */
    String icon();

    /** Whether staff put the entries of this type in order; the table then has a {@code display_order}. */
    boolean ordered() default true;

    /** The relation to the parent among whose entries the order is; empty when it is one order for all. */
    String within() default "";

    /** Where the side bar has it, from low to high. */
    int place() default 0;
}
