package app.maru.factors;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.desk.Input;
import app.maru.desk.Toast;
import app.maru.identity.ProvedLately;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.identity.SignedIn;

/** Whether a second factor is demanded of admins; only who has signed in with one turns that on, so that it locks nobody out. */
@ProvedLately
@Controller
@RequestMapping("/sign-in/ways/second-factor")
@Requires(Right.ADMINISTER)
class DemandController {

    private static final String FIELD = "demanded";

    private final Demand demand;

    DemandController(Demand demand) {
        this.demand = demand;
    }

    @GetMapping
    String page(Model model) {
        return page(demand.isOn(), model);
    }

    @PutMapping
    String turn(@RequestParam(name = FIELD, defaultValue = "false") boolean on, HttpServletResponse response, Model model, RedirectAttributes next) {
        if (on && !SignedIn.proofs().areTwoFactors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("without", true);
            return page(false, model);
        }
        demand.turn(on);
        next.addFlashAttribute("toast", Toast.saying(on ? "factors.demand.on" : "factors.demand.off"));
        return "redirect:/sign-in/ways/second-factor";
    }

    private static String page(boolean on, Model model) {
        model.addAttribute("input", Input.of("flag", FIELD, "factors.demand", String.valueOf(on)).help("factors.demand.help")).addAttribute("crumbs", List.of());
        return "factors/demand";
    }
}
