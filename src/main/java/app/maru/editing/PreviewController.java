package app.maru.editing;

import java.util.List;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import app.maru.content.ContentType;
import app.maru.content.MarkdownText;
import app.maru.desk.Crumb;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** Shows Markdown as visitors will read it, before it is saved. */
@ForEachContentType
class PreviewController {

    /** The path of the field whose text is wanted; its text stands under that name. */
    static final String FIELD = "_preview";

    private final Words words;

    PreviewController(Words words) {
        this.words = words;
    }

    @PostMapping("/preview/markdown")
    @Requires(Right.READ)
    String markdown(ContentType type, @RequestParam MultiValueMap<String, String> parameters, HtmxRequest htmx, Model model) {
        var texts = parameters.getOrDefault(parameters.getOrDefault(FIELD, List.of("text")).getLast(), List.of(""));
        model.addAttribute("sanitised", MarkdownText.html(texts.getLast()));
        model.addAttribute("crumbs", List.of(new Crumb("/" + type.path(), words.say(type.messageKey()))));
        return htmx.isHtmxRequest() ? "editing/preview :: markdown" : "editing/preview";
    }
}
