package app.maru.editing;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequestMappingHandlerMapping;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.desk.Command;
import app.maru.desk.ContributedCommands;
import app.maru.desk.NavigationCount;
import app.maru.desk.NavigationItem;
import app.maru.desk.NavigationItems;
import app.maru.identity.Right;
import app.maru.publishing.FailedSchedules;
import app.maru.reviews.WaitingReviews;

/** Gives every content type its routes and its place in the side bar. */
@Configuration(proxyBeanMethods = false)
@Primary // of two registrations, htmx's the other, Spring Boot would take none
class ContentRoutes implements WebMvcRegistrations, WebMvcConfigurer {

    private final ContentTypes types;

    ContentRoutes(ContentTypes types) {
        this.types = types;
    }

    @Bean
    NavigationItems contentNavigation() {
        return new NavigationItems(types.all().stream()
            .map(type -> new NavigationItem("content", type.place(), "/" + type.path(), type.messageKey(), type.icon())).toList());
    }

    @Bean
    ContributedCommands contentCommands() {
        return new ContributedCommands(types.all().stream()
            .map(type -> Command.to("/" + type.path() + "/new", type.messageKey() + ".new", "plus-lg", Right.WRITE)).toList());
    }

    @Bean
    NavigationItem editionsNavigation() {
        return new NavigationItem("publishing", 0, "/editions", "editions.title", "layers");
    }

    @Bean
    NavigationItem scheduleNavigation() {
        return new NavigationItem("publishing", 0, "/schedule", "schedule.title", "calendar-event");
    }

    @Bean
    NavigationItem reviewsNavigation() {
        return new NavigationItem("publishing", 1, "/reviews", "reviews.title", "eye");
    }

    @Bean
    NavigationCount schedulesFailed(FailedSchedules failed) {
        return new NavigationCount("/schedule", "failed", failed::count);
    }

    @Bean
    NavigationCount reviewsWaiting(WaitingReviews waiting) {
        return new NavigationCount("/reviews", "in-review", waiting::count);
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new HtmxRequestMappingHandlerMapping() {
            @Override
            protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> handler) {
                var route = super.getMappingForMethod(method, handler);
                return route == null || !AnnotatedElementUtils.hasAnnotation(handler, ForEachContentType.class) ? route
                    : route.mutate().paths(below(route)).options(getBuilderConfiguration()).build();
            }
        };
    }

    /** A handler that names no path of its own answers at the type's, and not at that with a slash behind it. */
    private String[] below(RequestMappingInfo route) {
        return types.all().stream().flatMap(type -> route.getPatternValues().stream().filter(path -> !path.equals("/"))
            .map(path -> "/" + type.path() + path)).toArray(String[]::new);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownCards());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new TypeOfRoute());
    }

    private final class TypeOfRoute implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == ContentType.class;
        }

        @Override
        public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest request,
                                      @Nullable WebDataBinderFactory binders) {
            var path = request.getNativeRequest(HttpServletRequest.class).getRequestURI().substring(1) + "/";
            return types.all().stream().filter(type -> path.startsWith(type.path() + "/"))
                .max(Comparator.comparing(type -> type.path().length())).orElseThrow();
        }
    }
}
