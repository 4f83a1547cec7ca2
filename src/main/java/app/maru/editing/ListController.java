package app.maru.editing;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import app.maru.content.ContentType;
import app.maru.content.Listing;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** The list of a type's entries: everything about it stands in the address. */
@ForEachContentType
@Requires(Right.READ)
class ListController {

    private final Lists lists;

    ListController(Lists lists) {
        this.lists = lists;
    }

    @GetMapping
    String list(ContentType type, @RequestParam Map<String, String> parameters, @AuthenticationPrincipal Person person,
                @RequestHeader(name = "HX-Target", required = false) @Nullable String target, Model model) {
        model.addAttribute("list", lists.list(Listing.of(type, parameters), person)).addAttribute("crumbs", List.of());
        return "entries".equals(target) ? "editing/list-entries" : "editing/list";
    }
}
