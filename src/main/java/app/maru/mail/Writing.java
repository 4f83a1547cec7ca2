package app.maru.mail;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import app.maru.identity.DeskAddress;

/** Writes letters in the language of who reads them. */
@Component
class Writing {

    private static final String TOPIC = "mail.letter.";

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final DeskAddress desk;

    Writing(ITemplateEngine templates, MessageSource messages, DeskAddress desk) {
        this.templates = templates;
        this.messages = messages;
        this.desk = desk;
    }

    /** What the templates say, in this order; what a letter does not have is null. */
    record Words(String subject, List<String> paragraphs, @Nullable String button, @Nullable String link, @Nullable String code, String codeName, List<String> notes, String desk) {
    }

    Written write(Letter letter) {
        var words = words(letter);
        var page = new Context(letter.language(), Map.of("words", words));
        return new Written(words.subject, templates.process("mail/letters/letter.txt", page), templates.process("mail/letters/letter", page));
    }

    Words words(Letter letter) {
        return new Words(say(letter, "subject"), say(letter, "text").lines().toList(), letter.link() == null ? null : say(letter, "button"),
            letter.link(), letter.code(), messages.getMessage(TOPIC + "code", null, letter.language()), say(letter, "note").lines().toList(), desk.of("/"));
    }

    private String say(Letter letter, String part) {
        return messages.getMessage(TOPIC + letter.kind() + "." + part, letter.about().toArray(), letter.language());
    }

}
