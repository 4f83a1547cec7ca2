package app.maru.histories;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What an entry says. */
record Text(String title, String body, @Nullable String slug, String visibility, boolean active, @Nullable UUID category, List<Card> cards) {

    static final Text BLANK = new Text("", "", null, "public", true, null, List.of());

    /** One child. */
    record Card(UUID id, String label) {}

    /** What keeps it from being published. */
    Set<String> missing(Kind kind) {
        var codes = new TreeSet<String>();
        if (title.isEmpty() || kind.slugged && slug == null || kind.body.required() && body.isEmpty() || kind.isInCategory() && category == null
            || cards.stream().anyMatch(card -> card.label().isEmpty())) {
            codes.add("NotBlank");
        }
        return codes;
    }

    boolean isHidden() {
        return visibility.equals("private") || !active;
    }

    boolean isListed() {
        return !isHidden() && !visibility.equals("legacy");
    }

    /** The part of the JSON that the model vouches for. */
    Map<String, @Nullable Object> json(Kind kind) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("title", title.isEmpty() ? null : title);
        json.put("body", body.isEmpty() ? null : body);
        if (kind.body.markdown()) json.put("html", body.isEmpty() ? null : "<p>" + body + "</p>");
        if (kind.slugged) json.put("slug", slug);
        if (kind.hasVisibility()) json.put("visibility", visibility);
        if (kind.canBeInactive()) json.put("active", active);
        if (kind.isInCategory()) json.put("category", category == null ? null : category.toString());
        if (kind.cards != null) json.put("cards", cards.stream().map(card -> card.id() + " " + card.label()).toList());
        return json;
    }

    /** What differs from another: the names of its parts. */
    Set<String> differences(Text other) {
        var names = new TreeSet<String>();
        var mine = parts();
        other.parts().forEach((name, value) -> {
            if (!java.util.Objects.equals(mine.get(name), value)) {
                names.add(name);
            }
        });
        return names;
    }

    private Map<String, @Nullable Object> parts() {
        var parts = new LinkedHashMap<String, @Nullable Object>();
        parts.put("title", title);
        parts.put("body", body);
        parts.put("slug", slug);
        parts.put("visibility", visibility);
        parts.put("active", active);
        parts.put("category", category);
        parts.put("cards", cards);
        return parts;
    }

    /** This, with those parts as another has them. */
    Text with(Set<String> names, Text other) {
        return new Text(names.contains("title") ? other.title : title, names.contains("body") ? other.body : body, names.contains("slug") ? other.slug : slug,
            names.contains("visibility") ? other.visibility : visibility, names.contains("active") ? other.active : active,
            names.contains("category") ? other.category : category, names.contains("cards") ? other.cards : cards);
    }
}
