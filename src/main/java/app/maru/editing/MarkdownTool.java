package app.maru.editing;

import java.util.Locale;

/** A button that helps to write Markdown, in the order in which they stand. */
enum MarkdownTool {
    BOLD("type-bold", "Ctrl B"), ITALIC("type-italic", "Ctrl I"), HEADING("type-h2", ""), LINK("link-45deg", "Ctrl Shift K"),
    BULLETS("list-ul", "Ctrl Shift 8"), NUMBERS("list-ol", "Ctrl Shift 7"), QUOTE("quote", "Ctrl Shift 9");

    private final String icon;
    private final String keys;

    MarkdownTool(String icon, String keys) {
        this.icon = icon;
        this.keys = keys;
    }

    /** Its name in message keys and in the page. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String icon() {
        return icon;
    }

    /** The keys that do the same; empty for none. */
    public String keys() {
        return keys;
    }
}
