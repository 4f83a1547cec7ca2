package app.maru.identity;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** Logs that somebody signed out, when they already have: a log that fails keeps nobody in. */
@Component
class SignOutLog implements LogoutSuccessHandler {

    private final AuditLog log;

    SignOutLog(AuditLog log) {
        this.log = log;
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
        throws IOException {
        if (who != null && who.getPrincipal() instanceof Person person) {
            log.record(AuditEvent.LOGOUT, person.id(), person.email(), Origin.of(request));
        }
        response.sendRedirect("/sign-in?signed-out");
    }
}
