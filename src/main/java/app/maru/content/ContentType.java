package app.maru.content;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

import app.maru.content.Snapshot.Item;

/**
 * One kind of content, described once from its record. Everything the house does with an entry (form, rules, table,
 * history, JSON) follows this description.
 *
 * @param path where its screens and JSON live, such as {@code billing/products}
 * @param place where the side bar has it, from low to high
 * @param within the relation to the parent among whose entries the order is; null when it is one order for all
 * @param children the kinds of ordered children, in the order in which the record declares them
 */
public record ContentType(String path, String icon, boolean ordered, int place, Field title, @Nullable Field slug, @Nullable Field slugSource,
                          @Nullable Field within, List<Field> fields, List<ChildType> children, RecordShape shape) {

    static ContentType of(Class<?> record) {
        var content = record.getAnnotation(Content.class);
        var shape = RecordShape.of(record);
        if (!content.within().isEmpty() && !named(shape, content.within()).required()) {
            throw new IllegalArgumentException(record + " has its entries in order within " + content.within() + ", which must be @NotNull then");
        }
        var slug = shape.fields().stream().filter(field -> field.kind() == Field.Kind.SLUG).findFirst().orElse(null);
        return new ContentType(content.path(), content.icon(), content.ordered(), content.place(), named(shape, content.title()), slug,
            slug == null ? null : named(shape, sourceOf(record, slug)),
            content.within().isEmpty() ? null : named(shape, content.within()), shape.fields(),
            shape.lists().stream().map(list -> ChildType.of(record, list)).toList(), shape);
    }

    private static String sourceOf(Class<?> record, Field slug) {
        try {
            return record.getDeclaredField(slug.name()).getAnnotation(Slugged.class).from();
        } catch (NoSuchFieldException e) {
            throw new IllegalArgumentException(record + " is not a record", e);
        }
    }

    private static Field named(RecordShape shape, String name) {
        return shape.fields().stream().filter(field -> field.name().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException(shape.type() + " has no component " + name));
    }

    /** The path with dots: what its message keys begin with. */
    public String messageKey() {
        return path.replace('/', '.');
    }

    /** The table that holds its working copies. */
    public String table() {
        return shape.table();
    }

    /** The name of an entry's public id in the record, such as {@code productId}. */
    public String idName() {
        return shape.idName();
    }

    /** The column of an entry's public id, such as {@code product_id}. */
    public String idColumn() {
        return Values.snake(shape.idName());
    }

    /** The root field of that name. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The kind of children of that name. */
    public Optional<ChildType> child(String name) {
        return children.stream().filter(child -> child.name().equals(name)).findFirst();
    }

    /** The title that the snapshot gives its entry; empty when it has none yet. */
    public String titleOf(Snapshot snapshot) {
        return Values.text(snapshot.value(title.name()));
    }

    /** The slug that the snapshot gives its entry; null for none. */
    public @Nullable String slugOf(Snapshot snapshot) {
        return slug == null ? null : (String) snapshot.value(slug.name());
    }

    /** The parent among whose entries it has its place; null for none. */
    public @Nullable UUID parentOf(Snapshot snapshot) {
        return within == null || snapshot.value(within.name()) == null ? null : UUID.fromString(Values.text(snapshot.value(within.name())));
    }

    /** The root fields that point to other entries. */
    public List<Field> relations() {
        return fields.stream().filter(field -> field.kind() == Field.Kind.RELATION).toList();
    }

    /** How far visitors reach an entry that says so: by its visibility and whether it is active, where the type has these. */
    public Access accessOf(Snapshot snapshot) {
        var visibility = fields.stream().filter(field -> field.type() == Visibility.class).findFirst()
            .map(field -> (Visibility) Values.component(field, snapshot.value(field.name()))).orElse(Visibility.PUBLIC);
        return Access.of(visibility, !Boolean.FALSE.equals(snapshot.value("isActive")));
    }

    /** The root fields by which lists are filtered and sorted, with their values. */
    public Map<String, @Nullable Object> facetsOf(Snapshot snapshot) {
        var facets = new LinkedHashMap<String, @Nullable Object>();
        fields.stream().filter(Field::filterable).forEach(field -> facets.put(field.name(), snapshot.value(field.name())));
        return facets;
    }

    String keywordsOf(Snapshot snapshot) {
        return String.join(" ", fields.stream().filter(Field::searchable).filter(field -> !field.equals(title))
            .map(field -> Values.text(snapshot.value(field.name()))).toList());
    }

    /** What a new entry starts with. */
    public Snapshot blank() {
        return new Snapshot(blankOf(fields), Map.of());
    }

    /** What a new child starts with. */
    public Item blankItem(ChildType child, UUID id, java.time.Instant now) {
        return new Item(id, blankOf(child.fields()), Stamp.at(now));
    }

    static Map<String, @Nullable Object> blankOf(List<Field> fields) {
        var blank = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach(field -> blank.put(field.name(), blankOf(field)));
        return blank;
    }

    static @Nullable Object blankOf(Field field) {
        return field.optional() && Values.isAbsent(field.initial()) ? null : field.initial();
    }

    /** The aggregate that holds the snapshot: the one form that Spring Data and Bean Validation understand. */
    Object aggregate(Snapshot snapshot, UUID entry, @Nullable Long id, @Nullable Integer version, Stamp stamp) {
        return shape.create(component -> {
            var child = child(component.getName());
            if (child.isPresent()) {
                return childrenOf(child.get(), snapshot);
            }
            return plain(component, entry, stamp, fields, snapshot.fields(), isId(component) ? (Object) id : (Object) version);
        });
    }

    /** The snapshot's children of that kind, as the aggregate holds them. */
    List<Object> childrenOf(ChildType child, Snapshot snapshot) {
        return snapshot.items(child.name()).stream().map(item -> childOf(child, item)).toList();
    }

    private boolean isId(RecordComponent component) {
        try {
            return shape.type().getDeclaredField(component.getName()).isAnnotationPresent(Id.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object childOf(ChildType child, Item item) {
        return child.shape().create(component -> plain(component, item.id(), item.stamp(), child.fields(), item.fields(), null));
    }

    private static @Nullable Object plain(RecordComponent component, UUID id, Stamp stamp, List<Field> fields,
                                          Map<String, @Nullable Object> values, @Nullable Object otherwise) {
        if (RecordShape.isId(component.getDeclaringRecord(), component)) return id;
        if (component.getType() == Stamp.class) return stamp;
        var declared = fields.stream().filter(field -> field.name().equals(component.getName())).findFirst();
        return declared.isEmpty() ? otherwise : Values.component(declared.get(), values.get(component.getName()));
    }

    /** Every name that the type declares, its kinds and limits: what changes when the shape of its JSON changes. */
    public String shapeText() {
        return Stream.concat(fields.stream().map(field -> field.name() + ":" + field.kind()),
            children.stream().map(child -> child.name() + child.fields().stream().map(field -> field.name() + ":" + field.kind()).toList()))
            .toList().toString();
    }
}
