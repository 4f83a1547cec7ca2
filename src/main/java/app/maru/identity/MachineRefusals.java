package app.maru.identity;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells machines that are not let in what is missing (RFC 6750, RFC 9457). */
@Component
class MachineRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException stranger) throws IOException {
        boolean tried = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, tried ? "Bearer error=\"invalid_token\"" : "Bearer");
        refuse(HttpStatus.UNAUTHORIZED, tried ? "invalid_token" : "token_missing", tried ? "This token is unknown, expired or revoked."
            : "Send 'Authorization: Bearer ...' with a token. Admins make them at /tokens.", response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
        refuse(HttpStatus.FORBIDDEN, "insufficient_scope", "This token was not made for that.", response);
    }

    private void refuse(HttpStatus status, String code, String detail, HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsBytes(Map.of("type", "about:blank", "title", status.getReasonPhrase(), "status", status.value(),
            "code", code, "detail", detail)));
    }
}
