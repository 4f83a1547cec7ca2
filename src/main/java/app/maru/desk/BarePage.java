package app.maru.desk;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Says what went wrong where there is no desk around it: no frame, no person, no request. */
@Component
class BarePage {

    private final ITemplateEngine templates;

    BarePage(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** The page as bytes, in the first of the wanted languages that Maru speaks. */
    byte[] about(Trouble trouble, Stream<Locale> wanted) {
        var language = wanted.map(locale -> Locale.of(locale.getLanguage())).filter(PersonLocaleResolver.SPOKEN::contains)
            .findFirst().orElse(Locale.ENGLISH);
        return templates.process("error/server", new Context(language, Map.of("trouble", trouble))).getBytes(StandardCharsets.UTF_8);
    }
}
