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
    private final Badges badges;

    ListController(Lists lists, Badges badges) {
        this.lists = lists;
        this.badges = badges;
    }

    @GetMapping
    String list(ContentType type, @RequestParam Map<String, String> parameters, @AuthenticationPrincipal Person person,
                @RequestHeader(name = "HX-Target", required = false) @Nullable String target, Model model) {
        var list = lists.list(Listing.of(type, parameters), person);
        model.addAttribute("list", list).addAttribute("crumbs", List.of());
        model.addAttribute("badges", badges.of(list.rows().stream().map(row -> row.entry().id()).toList()));
        return "entries".equals(target) ? "editing/list-entries" : "editing/list";
    }
}
