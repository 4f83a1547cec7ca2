package app.maru.content;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
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
    private static final String TOLD = "picture-told";
    private static final PolicyFactory TELLING = POLICY.and(new HtmlPolicyBuilder().allowElements("span")
        .allowAttributes("class").matching(TOLD::equals).onElements("span").toFactory());

    private MarkdownText() {
    }

    /**
     * A link or a picture in a text.
     *
     * @param text what stands for it: a link's words, a picture's alternative text
     */
    public record Reference(String address, String text, boolean image) {}

    /** All links and pictures in the text, in their order. */
    public static List<Reference> references(String markdown) {
        var references = new ArrayList<Reference>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                references.add(new Reference(link.getDestination(), words(link), false));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                references.add(new Reference(image.getDestination(), words(image), true));
            }
        });
        return references;
    }

    private static String words(Node node) {
        var words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }

    /** The text as sanitised HTML; empty for empty text. */
    public static String html(String markdown) {
        return markdown.isBlank() ? "" : POLICY.sanitize(RENDERER.render(PARSER.parse(markdown))).strip();
    }

    /**
     * The same for a page of the desk, which loads pictures over https alone and has none of the site's: of the others
     * it says what stands for them.
     */
    public static String preview(String markdown) {
        var document = PARSER.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                if (!isLoaded(image.getDestination())) {
                    told(image);
                }
            }
        });
        return markdown.isBlank() ? "" : TELLING.sanitize(RENDERER.render(document)).strip();
    }

    /** Whether a page of the desk loads a picture from that address. */
    public static boolean isLoaded(String address) {
        return address.regionMatches(true, 0, "https://", 0, 8);
    }

    private static void told(Image image) {
        var opening = new HtmlInline();
        opening.setLiteral("<span class=\"" + TOLD + "\">");
        var words = words(image);
        image.insertBefore(opening);
        image.insertBefore(new Text(words.isBlank() ? image.getDestination() : words));
        var closing = new HtmlInline();
        closing.setLiteral("</span>");
        image.insertBefore(closing);
        image.unlink();
    }
}
