package app.maru.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import app.maru.content.Problem.Tier;

/** Holds an entry against the rules that its record declares. What is required is demanded on publishing only. */
@Component
public class Rules {

    private static final Set<Class<?>> REQUIRED = Set.of(NotBlank.class, NotNull.class, NotEmpty.class);
    private static final UUID ANY = new UUID(0, 0);

    private final Validator validator;

    Rules(Validator validator) {
        this.validator = validator;
    }

    /** Everything wrong with the snapshot, in the order of the form. */
    public List<Problem> problems(ContentType type, Snapshot snapshot) {
        var problems = new ArrayList<Problem>();
        for (var violation : validator.validate(type.aggregate(snapshot, ANY, null, null, Stamp.at(java.time.Instant.EPOCH)))) {
            problems.add(problem(snapshot, violation));
        }
        problems.addAll(inFields(type.fields(), type.shape(), snapshot.fields(), name -> name));
        type.children().forEach(child -> problems.addAll(inChildren(child, snapshot.items(child.name()))));
        return inFormOrder(type, snapshot, problems);
    }

    /** What stands in the way of saving. */
    public List<Problem> storable(ContentType type, Snapshot snapshot) {
        return problems(type, snapshot).stream().filter(problem -> problem.tier() == Tier.STORABLE).toList();
    }

    private static Problem problem(Snapshot snapshot, ConstraintViolation<?> violation) {
        var mark = violation.getConstraintDescriptor().getAnnotation().annotationType();
        return new Problem(path(snapshot, violation.getPropertyPath()), mark.getSimpleName(),
            arguments(violation.getConstraintDescriptor().getAttributes()),
            REQUIRED.contains(mark) ? Tier.PUBLISHABLE : Tier.STORABLE);
    }

    private static List<Object> arguments(Map<String, Object> attributes) {
        return java.util.stream.Stream.of("max", "min", "value").map(attributes::get)
            .filter(Number.class::isInstance).filter(number -> !number.equals(0)).toList();
    }

    private static String path(Snapshot snapshot, Path path) {
        Path.Node child = null;
        Path.Node last = null;
        for (var node : path) {
            child = last;
            last = node;
        }
        return last.getIndex() == null || child == null ? last.toString()
            : Paths.of(child.getName(), snapshot.items(child.getName()).get(last.getIndex()).id(), last.getName());
    }

    private static List<Problem> inFields(List<Field> fields, RecordShape shape, Map<String, @Nullable Object> values, UnaryOperator<String> pathOf) {
        var problems = new ArrayList<Problem>();
        fields.stream().filter(field -> Values.component(field, values.get(field.name())) instanceof Tags tags && !tags.isWithinBounds())
            .forEach(field -> problems.add(Problem.storable(pathOf.apply(field.name()), "Tags", Tags.MOST, Tags.LONGEST)));
        for (var group : shape.together()) {
            var said = group.stream().filter(name -> !isBlank(values.get(name))).toList();
            if (!said.isEmpty()) {
                group.stream().filter(name -> !said.contains(name))
                    .forEach(name -> problems.add(Problem.publishable(pathOf.apply(name), "Together", said.toArray())));
            }
        }
        return problems;
    }

    private static boolean isBlank(@Nullable Object value) {
        return Values.text(value).isBlank();
    }

    private static List<Problem> inChildren(ChildType child, List<Snapshot.Item> items) {
        var problems = new ArrayList<Problem>();
        if (items.size() > ChildType.MOST) {
            problems.add(Problem.storable(child.name(), "TooManyChildren", ChildType.MOST, items.size()));
        }
        var seen = new HashSet<List<Object>>();
        for (var item : items) {
            problems.addAll(inFields(child.fields(), child.shape(), item.fields(), name -> Paths.of(child.name(), item.id(), name)));
            if (!child.distinct().isEmpty() && !seen.add(child.distinct().stream().map(name -> (Object) Values.text(item.fields().get(name))).toList())) {
                problems.add(Problem.storable(Paths.of(child.name(), item.id(), child.distinct().getFirst()), "Distinct"));
            }
        }
        return problems;
    }

    private static List<Problem> inFormOrder(ContentType type, Snapshot snapshot, List<Problem> problems) {
        var order = new ArrayList<String>(type.fields().stream().map(Field::name).toList());
        type.children().forEach(child -> {
            order.add(child.name());
            snapshot.items(child.name()).forEach(item ->
                child.fields().forEach(field -> order.add(Paths.of(child.name(), item.id(), field.name()))));
        });
        var places = new java.util.HashMap<String, Integer>();
        order.forEach(path -> places.putIfAbsent(path, places.size()));
        return problems.stream().sorted(java.util.Comparator.comparing(problem -> places.getOrDefault(problem.path(), -1))).toList();
    }
}
