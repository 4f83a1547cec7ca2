package app.maru.histories;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The types of content as the model knows them: what each is called, demands and allows. */
enum Kind {

    PLAN("billing/products", "name", new Body("description", true, false), true, true, new Cards("features", "label", Map.of())),
    COLLECTION("resources/collections", "title", new Body("description", true, false), true, true, new Cards("items", "title", Map.of())),
    CATEGORY("usecases/categories", "name", new Body("description", false, false), true, true, null),
    STORY("usecases/case-studies", "title", new Body("summary", true, false), true, true, new Cards("metrics", "label", Map.of("value", "1"))),
    SECTION("settings/sections", "title", new Body("description", false, false), true, true, new Cards("tiles", "title", Map.of())),
    NEWS("announcements", "title", new Body("body", true, true), true, false, null),
    PROMPT("shorts/prompts", "title", new Body("description", false, true), false, true, null),
    QUESTION("shorts/faqs", "question", new Body("answer", true, true), false, true, null);

    /** The longer text of a type. */
    record Body(String name, boolean markdown, boolean required) {}

    /** The children of a type; what else they need is always the same. */
    record Cards(String name, String label, Map<String, String> rest) {}

    final String path;
    final String title;
    final Body body;
    final boolean slugged;
    final boolean ordered;
    final @Nullable Cards cards;

    Kind(String path, String title, Body body, boolean slugged, boolean ordered, @Nullable Cards cards) {
        this.path = path;
        this.title = title;
        this.body = body;
        this.slugged = slugged;
        this.ordered = ordered;
        this.cards = cards;
    }

    boolean hasVisibility() {
        return this == PLAN;
    }

    boolean canBeInactive() {
        return this == PLAN || this == COLLECTION;
    }

    /** Whether its entries stand in order below a category, which they cannot be published without. */
    boolean isInCategory() {
        return this == STORY;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
