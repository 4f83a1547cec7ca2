package app.maru.content;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** The components of a content record, sorted by what they are for. */
record RecordShape(Class<?> type, String table, String idName, List<Field> fields, List<RecordComponent> lists, List<List<String>> together) {

    static RecordShape of(Class<?> type) {
        var components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(type + " must be a record");
        }
        var table = type.getAnnotation(Table.class);
        if (table == null) {
            throw new IllegalArgumentException(type + " must name its table with @Table");
        }
        return new RecordShape(type, table.value(), publicId(type, components),
            Arrays.stream(components).filter(component -> isField(type, component)).map(component -> Field.of(type, component)).toList(),
            Arrays.stream(components).filter(component -> component.getType() == List.class).toList(),
            Arrays.stream(type.getAnnotationsByType(Together.class)).map(group -> List.of(group.value())).toList());
    }

    private static String publicId(Class<?> type, RecordComponent[] components) {
        return Arrays.stream(components).filter(component -> isId(type, component)).map(RecordComponent::getName)
            .findFirst().orElseThrow(() -> new IllegalArgumentException(type + " needs a UUID component: its public id"));
    }

    /** Whether the component is the public id, and not that of another entry. */
    static boolean isId(Class<?> type, RecordComponent component) {
        return component.getType() == UUID.class && !marked(type, component, Relation.class);
    }

    private static boolean isField(Class<?> type, RecordComponent component) {
        return !isId(type, component) && component.getType() != List.class && component.getType() != Stamp.class
            && !marked(type, component, Id.class) && !marked(type, component, Version.class);
    }

    private static boolean marked(Class<?> type, RecordComponent component, Class<? extends java.lang.annotation.Annotation> mark) {
        try {
            return type.getDeclaredField(component.getName()).isAnnotationPresent(mark);
        } catch (NoSuchFieldException e) {
            throw new IllegalArgumentException(type + " is not a record", e);
        }
    }

    /** A record whose components come from the function, by name. */
    Object create(Function<RecordComponent, @Nullable Object> valueOf) {
        try {
            var components = type.getRecordComponents();
            Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components).map(valueOf).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }
}
