package app.maru.content;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/**
 * One kind of ordered children of an entry, such as a product's features.
 *
 * @param name the component's name, such as {@code features}
 * @param idName the name of a child's public id, such as {@code featureId}
 * @param distinct fields whose values together differ between children; empty when there is no such rule
 */
public record ChildType(String name, String idName, List<Field> fields, List<String> distinct, RecordShape shape) {

    /** How many children of one kind an entry may have. */
    public static final int MOST = 200;

    static ChildType of(Class<?> owner, RecordComponent component) {
        var shape = RecordShape.of((Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]);
        return new ChildType(component.getName(), shape.idName(), shape.fields(), distinct(owner, component), shape);
    }

    private static List<String> distinct(Class<?> owner, RecordComponent component) {
        try {
            var mark = owner.getDeclaredField(component.getName()).getAnnotation(Distinct.class);
            return mark == null ? List.of() : List.of(mark.value());
        } catch (NoSuchFieldException e) {
            throw new IllegalArgumentException(owner + " is not a record", e);
        }
    }

    /** The field of that name. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The field that titles a child's card: the first. */
    public Field titleField() {
        return fields.getFirst();
    }

    /** The table that holds the children. */
    public String table() {
        return shape.table();
    }
}
