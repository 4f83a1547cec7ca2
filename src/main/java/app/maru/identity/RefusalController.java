package app.maru.identity;

import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

import app.maru.identity.Refusals.Reason;

/** What a person reads who may not do something; what they had typed is on the page, to be sent again or copied. */
@Open
@Controller
class RefusalController {

    @RequestMapping("/refused")
    String refused(HttpServletRequest request, HttpServletResponse response, Model model) {
        var reason = Objects.requireNonNullElse((Reason) request.getAttribute(Reason.class.getName()), Reason.FORBIDDEN);
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("reason", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        model.addAttribute("form", reason == Reason.FORBIDDEN ? null : SentForm.in(request).orElse(null));
        return request.getHeader("HX-Request") == null || reason == Reason.SIGNED_OUT ? "identity/refused" : besidePage(response);
    }

    private static String besidePage(HttpServletResponse response) {
        response.setHeader("HX-Retarget", "#toasts");
        response.setHeader("HX-Reswap", "beforeend");
        return "identity/refused :: toast";
    }
}
