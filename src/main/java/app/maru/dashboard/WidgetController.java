package app.maru.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.content.Values;
import app.maru.dashboard.Widgets.Goal;
import app.maru.desk.Crumb;
import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** Adds widgets to one's own dashboard, arranges and removes them. */
@Controller
@RequestMapping("/dashboard/widgets")
@Requires(Right.READ)
class WidgetController {

    private static final String HOME = "redirect:/";

    private final Widgets widgets;
    private final Catalogue catalogue;
    private final MessageSource messages;

    WidgetController(Widgets widgets, Catalogue catalogue, MessageSource messages) {
        this.widgets = widgets;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    @GetMapping("/new")
    String choose(@AuthenticationPrincipal Person person, Model model) {
        model.addAttribute("lists", catalogue.lists(person)).addAttribute("metrics", catalogue.metrics(person)).addAttribute("calls", catalogue.calls(person))
            .addAttribute("crumbs", List.of(new Crumb("/", say("dashboard.title"))));
        return "dashboard/new";
    }

    @PostMapping
    String add(@RequestParam String type, @RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String what, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        var widget = catalogue.widget(person, type, key, what).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "There is no such widget"));
        widgets.add(person.id(), widget);
        next.addFlashAttribute("toast", Toast.saying("dashboard.added").undoneBy("delete", widget.address(), Map.of()));
        return HOME;
    }

    /** Changes its size, whether it is pinned, or what it is called; what is not said stays. */
    @PutMapping("/{id}")
    String change(@PathVariable UUID id, @RequestParam(required = false) @Nullable String size, @RequestParam(required = false) @Nullable Boolean pinned,
                  @RequestParam(required = false) @Nullable String title, @AuthenticationPrincipal Person person) {
        var wanted = Optional.ofNullable(size).map(text -> Size.of(text).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "Which size?"))).orElse(null);
        widgets.change(person.id(), id, title == null ? null : shortened(title), wanted, pinned);
        return HOME;
    }

    private static String shortened(String title) {
        var stored = Values.storable(title).strip();
        return stored.substring(0, stored.offsetByCodePoints(0, Math.min(120, stored.codePointCount(0, stored.length()))));
    }

    /** Moves it one place ({@code to} earlier or later), or beside another. */
    @PutMapping("/{id}/order")
    String move(@PathVariable UUID id, @RequestParam(defaultValue = "") String to, @RequestParam(required = false) @Nullable UUID before,
                @RequestParam(required = false) @Nullable UUID after, @AuthenticationPrincipal Person person) {
        widgets.move(person.id(), id, after != null ? new Goal.Beside(after, true) : before != null ? new Goal.Beside(before, false) : new Goal.Step(to.equals("earlier") ? -1 : 1));
        return HOME;
    }

    @DeleteMapping("/{id}")
    String remove(@PathVariable UUID id, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        widgets.remove(person.id(), id);
        next.addFlashAttribute("toast", Toast.saying("dashboard.removed").undoneBy("post", "/dashboard/widgets/" + id + "/restorations", Map.of()));
        return HOME;
    }

    @PostMapping("/{id}/restorations")
    String restore(@PathVariable UUID id, @AuthenticationPrincipal Person person) {
        widgets.restore(person.id(), id);
        return HOME;
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
