package app.maru.desk;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** The side bar: of the places that rooms contribute, those where a screen exists and this person may enter. */
@Component
class Navigation {

    private static final List<String> GROUPS = List.of("content", "publishing", "desk", "people");

    private final Supplier<List<Place>> places;
    private final Supplier<List<NavigationCount>> counts;

    Navigation(ObjectProvider<NavigationItem> items, ObjectProvider<NavigationItems> more, ObjectProvider<NavigationCount> counts,
               @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.counts = SingletonSupplier.of(() -> counts.stream().toList());
        this.places = SingletonSupplier.of(() ->
            Stream.concat(items.stream(), more.stream().flatMap(several -> several.items().stream()))
                .sorted(comparingInt(NavigationItem::order).thenComparing(NavigationItem::path))
                .flatMap(item -> rightAt(item.path(), routes.getObject()).map(right -> new Place(item, right)).stream())
                .toList());
    }

    List<Group> groupsFor(Person person, String address) {
        var visible = places.get().stream().filter(place -> person.may(place.right)).map(Place::item).toList();
        var here = visible.stream().filter(item -> item.leadsTo(address))
            .max(comparingInt(item -> item.path().length()));
        return GROUPS.stream().map(name -> new Group(name, links(name, visible, here)))
            .filter(group -> !group.links.isEmpty()).toList();
    }

    /** What leads to each of the places. */
    Stream<Command> commands() {
        return places.get().stream().map(place -> Command.to(place.item.path(), place.item.messageKey(), place.item.icon(), place.right));
    }

    private List<Link> links(String group, List<NavigationItem> items, Optional<NavigationItem> here) {
        return items.stream().filter(item -> item.group().equals(group))
            .map(item -> new Link(item.path(), item.messageKey(), item.icon(), here.filter(item::equals).isPresent(), waiting(item)))
            .toList();
    }

    private List<Waiting> waiting(NavigationItem item) {
        return counts.get().stream().filter(count -> count.path().equals(item.path())).map(count -> new Waiting(count.state(), count.count().getAsInt()))
            .filter(waiting -> waiting.number > 0).toList();
    }

    private static Optional<Right> rightAt(String path, RequestMappingHandlerMapping routes) {
        var parsed = PathContainer.parsePath(path);
        return routes.getHandlerMethods().entrySet().stream()
            .filter(route -> answersGet(route.getKey()))
            .flatMap(route -> patterns(route.getKey()).filter(pattern -> pattern.matches(parsed))
                .map(pattern -> Map.entry(pattern, route.getValue())))
            .min(comparing(Map.Entry<PathPattern, HandlerMethod>::getKey, PathPattern.SPECIFICITY_COMPARATOR))
            .flatMap(route -> required(route.getValue()));
    }

    private static boolean answersGet(RequestMappingInfo route) {
        var methods = route.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static Stream<PathPattern> patterns(RequestMappingInfo route) {
        return Optional.ofNullable(route.getPathPatternsCondition()).stream()
            .flatMap(condition -> condition.getPatterns().stream());
    }

    private static Optional<Right> required(HandlerMethod handler) {
        return Stream.of(handler.getMethod(), handler.getBeanType())
            .map(element -> AnnotatedElementUtils.findMergedAnnotation(element, Requires.class))
            .flatMap(Stream::ofNullable).map(Requires::value).findFirst();
    }

    /** A heading of the side bar with what stands below it. */
    record Group(String name, List<Link> links) {
    }

    /** One line of the side bar, with how much waits there. */
    record Link(String path, String messageKey, String icon, boolean current, List<Waiting> waiting) {
    }

    /** How much of it stands how. */
    record Waiting(String state, int number) {
    }

    private record Place(NavigationItem item, Right right) {
    }
}
