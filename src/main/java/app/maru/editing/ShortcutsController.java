package app.maru.editing;

import java.util.Arrays;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import app.maru.identity.Requires;
import app.maru.identity.Right;

/** Lists what the keyboard does: as a page, and out of that in a dialog over any page. */
@Controller
@Requires(Right.READ)
class ShortcutsController {

    /** Where shortcuts work, which the message key says. */
    record Place(String messageKey, List<Shortcut> shortcuts) {}

    /** Keys of the keyboard with blanks between them, and the message key of what they do. */
    record Shortcut(String messageKey, String keys) {}

    private static final List<Place> PLACES = List.of(
        new Place("shortcuts.everywhere", List.of(new Shortcut("shortcuts.search", "Ctrl K"), new Shortcut("shortcuts.slash", "/"),
            new Shortcut("shortcuts.help", "?"), new Shortcut("shortcuts.over", "Esc"))),
        new Place("shortcuts.editor", List.of(new Shortcut("shortcuts.save", "Ctrl S"), new Shortcut("shortcuts.publish", "Ctrl Enter"))),
        new Place("shortcuts.markdown", Arrays.stream(MarkdownTool.values()).filter(tool -> !tool.keys().isEmpty())
            .map(tool -> new Shortcut("markdown." + tool.key(), tool.keys())).toList()),
        new Place("shortcuts.lists", List.of(new Shortcut("shortcuts.row", "Alt ↑ ↓"))),
        new Place("dashboard.title", List.of(new Shortcut("dashboard.shortcut", "Alt ↑ ↓"))));

    @GetMapping("/shortcuts")
    String shortcuts(Model model) {
        model.addAttribute("places", PLACES);
        return "desk/shortcuts";
    }
}
