package app.maru.editing;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import app.maru.identity.Requires;
import app.maru.identity.Right;

/** What waits for an editor's answer. */
@Controller
@Requires(Right.WRITE)
class ReviewsController {

    private final ReviewScreens screens;

    ReviewsController(ReviewScreens screens) {
        this.screens = screens;
    }

    @GetMapping("/reviews")
    String reviews(@RequestParam(required = false) @Nullable UUID behind, Model model) {
        var lines = screens.lines(behind);
        boolean more = lines.size() > ReviewScreens.PAGE;
        var shown = more ? lines.subList(0, ReviewScreens.PAGE) : lines;
        model.addAttribute("lines", shown).addAttribute("more", more ? shown.getLast().review().id() : null).addAttribute("crumbs", List.of());
        return "editing/reviews";
    }
}
