package app.maru.identity;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets nobody reach a handler of ours without the right it requires; one that says nothing is reached by nobody. */
@Component
class RightsInterceptor implements HandlerInterceptor {

    private static final String OURS = RightsInterceptor.class.getPackageName().replaceFirst("[^.]*$", "");

    private final Refusals refusals;
    private final MachineRefusals machines;
    private final LateProofs proofs;

    RightsInterceptor(Refusals refusals, MachineRefusals machines, LateProofs proofs) {
        this.refusals = refusals;
        this.machines = machines;
        this.proofs = proofs;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
        if (!(handler instanceof HandlerMethod method) || !method.getBeanType().getName().startsWith(OURS)) {
            return true;
        }
        if (allowed(method)) {
            return hasProved(method, request, response);
        }
        var refusal = isForMachines(method) ? machines : refusals;
        refusal.handle(request, response, new AccessDeniedException(method.toString()));
        return false;
    }

    private boolean hasProved(HandlerMethod method, HttpServletRequest request, HttpServletResponse response) throws Exception {
        boolean late = proofs.areTooOldFor(method, request);
        if (late) {
            proofs.ask(request, response);
        }
        return !late;
    }

    private static boolean isForMachines(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), RequiresScope.class) || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RequiresScope.class);
    }

    private static boolean allowed(HandlerMethod method) {
        return saidOn(method.getMethod()).or(() -> saidOn(method.getBeanType())).orElse(false);
    }

    private static Optional<Boolean> saidOn(AnnotatedElement element) {
        if (AnnotatedElementUtils.hasAnnotation(element, Open.class)) {
            return Optional.of(true);
        }
        var scope = AnnotatedElementUtils.findMergedAnnotation(element, RequiresScope.class);
        if (scope != null) {
            return Optional.of(Machines.may(scope.value()));
        }
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(element, Requires.class))
            .map(requires -> SignedIn.person().filter(person -> person.may(requires.value())).isPresent());
    }
}
