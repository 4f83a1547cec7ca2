package app.maru.social;

import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** One's own accounts elsewhere, which let in no more once one ends their link. */
@Controller
@Requires(Right.READ)
class OwnLinksController {

    private final Links links;
    private final MessageSource messages;

    OwnLinksController(Links links, MessageSource messages) {
        this.links = links;
        this.messages = messages;
    }

    @DeleteMapping("/account/links/{id}")
    String end(@PathVariable UUID id, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        links.end(id, person).ifPresent(ended -> next.addFlashAttribute("toast", Toast.saying("social.unlinked", messages.getMessage("social.name." + ended.provider(), null, LocaleContextHolder.getLocale()))));
        return "redirect:/account#links";
    }
}
