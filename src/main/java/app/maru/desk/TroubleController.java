package app.maru.desk;

import java.util.Set;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

import app.maru.identity.Open;

/** What a person reads when something went wrong: what happened, what was kept, and the way on; never a stack trace. */
@Open
@Controller
class TroubleController implements ErrorController {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @RequestMapping("/error")
    Object trouble(HttpServletRequest request, HttpServletResponse response, Model model) {
        var trouble = Trouble.of(status(request), (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        if (trouble.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        if (asksForJson(request)) {
            return ResponseEntity.status(trouble.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(trouble.problem());
        }
        response.setStatus(trouble.status());
        model.addAttribute("trouble", trouble);
        model.addAttribute("typed", !READING.contains(request.getMethod()));
        return view(request, response);
    }

    /** A part of a page that could not be had leaves the page as it is, with a word about it at the side. */
    private static String view(HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("HX-Request") == null || request.getHeader("HX-Boosted") != null) {
            return "error/trouble";
        }
        response.setHeader("HX-Retarget", "#toasts");
        response.setHeader("HX-Reswap", "beforeend");
        return "error/trouble :: toast";
    }

    /** Machines read JSON whether they say so or not. */
    private static boolean asksForJson(HttpServletRequest request) {
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)).matches("/(ingest|actuator)(/.*)?")) {
            return true;
        }
        var accepted = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        return accepted.contains("json") && !accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : HttpStatus.NOT_FOUND.value();
    }
}
