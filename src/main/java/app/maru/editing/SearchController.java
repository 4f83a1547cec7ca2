package app.maru.editing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** One search over everything: the page of it, and what the dialog over any page shows while one types. */
@Controller
@Requires(Right.READ)
class SearchController {

    private static final int IN_DIALOG = 5;
    private static final int ON_PAGE = 10;

    private final Searching searching;

    SearchController(Searching searching) {
        this.searching = searching;
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, @AuthenticationPrincipal Person person,
                  @RequestHeader(name = "HX-Target", required = false) @Nullable String target, Model model) {
        boolean dialog = "search-results".equals(target);
        model.addAttribute("search", searching.results(q, dialog ? IN_DIALOG : ON_PAGE, person)).addAttribute("crumbs", List.of());
        return dialog ? "editing/search-results" : "editing/search";
    }
}
