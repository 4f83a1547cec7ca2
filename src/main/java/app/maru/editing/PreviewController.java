package app.maru.editing;

import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.MarkdownText;
import app.maru.content.State;
import app.maru.desk.ContentSecurityPolicy;
import app.maru.desk.Crumb;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.publishing.Editions;
import app.maru.publishing.Standing;

/** Shows an entry as visitors would read it: the whole as last saved, in several widths, and Markdown before it is saved. */
@ForEachContentType
@Requires(Right.READ)
class PreviewController {

    /** The path of the field whose text is wanted; its text stands under that name. */
    static final String FIELD = "_preview";

    private final Entries entries;
    private final Editions editions;
    private final Forms forms;
    private final MarketingPages pages;
    private final Words words;

    PreviewController(Entries entries, Editions editions, Forms forms, MarketingPages pages, Words words) {
        this.entries = entries;
        this.editions = editions;
        this.forms = forms;
        this.pages = pages;
        this.words = words;
    }

    @GetMapping("/{id}/preview")
    String preview(ContentType type, @PathVariable UUID id, @RequestParam(defaultValue = "desktop") String width, Model model) {
        var entry = entries.entry(type, id);
        model.addAttribute("entry", entry).addAttribute("entryTitle", words.title(entry.title()))
            .addAttribute("standing", standing(entry)).addAttribute("width", PreviewWidth.of(width)).addAttribute("widths", PreviewWidth.values());
        return "editing/preview";
    }

    /** How the entry stands to what visitors see, for message keys. */
    private String standing(Entry entry) {
        boolean hidden = entry.isLive() && !editions.standing(entry.id()).map(Standing::reachable).orElse(false);
        return hidden && entry.state() != State.ARCHIVED ? "hidden" : entry.state().key();
    }

    @GetMapping("/{id}/preview/page")
    ModelAndView page(ContentType type, @PathVariable UUID id, HttpServletResponse response) {
        ContentSecurityPolicy.shownInsideAPage(response);
        return pages.page(type, id, entries.workingCopy(type, id).snapshot());
    }

    /** The page as it would read if the form were saved. */
    @PostMapping("/{id}/preview/page")
    @Requires(Right.WRITE)
    ModelAndView page(ContentType type, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters,
                      @AuthenticationPrincipal Person person, HttpServletResponse response) {
        ContentSecurityPolicy.shownInsideAPage(response);
        return pages.page(type, id, forms.wouldBeSaved(type, id, new EditorForm(parameters).ofStored(), person.id()));
    }

    @PostMapping("/preview/markdown")
    String markdown(ContentType type, @RequestParam MultiValueMap<String, String> parameters, HtmxRequest htmx, Model model) {
        var texts = parameters.getOrDefault(parameters.getOrDefault(FIELD, List.of("text")).getLast(), List.of(""));
        model.addAttribute("sanitised", MarkdownText.preview(texts.getLast()));
        model.addAttribute("crumbs", List.of(new Crumb("/" + type.path(), words.say(type.messageKey()))));
        return htmx.isHtmxRequest() ? "editing/markdown :: markdown" : "editing/markdown";
    }
}
