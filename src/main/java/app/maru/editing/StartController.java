package app.maru.editing;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import app.maru.content.ContentTypes;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** Where people begin who name no page: the list of the first content type. */
@Controller
@Requires(Right.READ)
class StartController {

    private final ContentTypes types;

    StartController(ContentTypes types) {
        this.types = types;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/" + types.all().getFirst().path();
    }
}
