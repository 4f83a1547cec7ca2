package app.maru.signin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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
import app.maru.mail.MailServer;

/** Which ways in admins leave open. */
@ProvedLately
@Controller
@RequestMapping("/sign-in/ways")
@Requires(Right.ADMINISTER)
class WaysController {

    private final Ways ways;
    private final MailServer mail;

    WaysController(Ways ways, MailServer mail) {
        this.ways = ways;
        this.mail = mail;
    }

    @GetMapping
    String page(Model model) {
        return page(ways.chosen(), model);
    }

    @PutMapping
    String choose(@RequestParam MultiValueMap<String, String> form, HttpServletResponse response, Model model, RedirectAttributes next) {
        var wanted = Stream.of(Way.values()).filter(way -> form.getOrDefault(way.key(), List.of()).contains("true")).collect(Collectors.toSet());
        if (ways.choose(wanted)) {
            next.addFlashAttribute("toast", Toast.saying("signin.ways.saved"));
            return "redirect:/sign-in/ways";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("none", true);
        return page(wanted, model);
    }

    private String page(Set<Way> on, Model model) {
        var inputs = Stream.of(Way.values()).map(way -> Input.of("flag", way.key(), "signin.way." + way.key(), String.valueOf(on.contains(way))).help("signin.way." + way.key() + ".help")).toList();
        model.addAllAttributes(Map.of("inputs", inputs, "others", ways.withMoreToSay(), "mailArrives", mail.isReady(), "shownInstead", mail.isShownInstead(), "crumbs", List.of()));
        return "signin/ways";
    }
}
