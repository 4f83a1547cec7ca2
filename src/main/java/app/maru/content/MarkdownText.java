package app.maru.content;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Turns Markdown (CommonMark) into HTML that is safe to show: headings, lists, links, images, and no markup beyond. */
public final class MarkdownText {

    private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(100).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().build();
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
        .allowElements("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a", "img")
        .allowUrlProtocols("http", "https", "mailto")
        .allowAttributes("href", "title").onElements("a")
        .allowAttributes("src", "alt", "title").onElements("img")
        .allowAttributes("start").onElements("ol")
        .toFactory();

    private MarkdownText() {
    }

    /** The text as sanitised HTML; empty for empty text. */
    public static String html(String markdown) {
        return markdown.isBlank() ? "" : POLICY.sanitize(RENDERER.render(PARSER.parse(markdown))).strip();
    }
}
