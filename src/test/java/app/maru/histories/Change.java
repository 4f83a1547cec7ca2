package app.maru.histories;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.maru.content.PostedForm;

/**
 * What somebody types into a form; null leaves a part as it was.
 *
 * @param number makes its words unlike those of any other change
 * @param title whether a title is typed, or emptied
 * @param slug which of three slugs; 0 for none
 * @param category which category; 0 for none, {@link #NOWHERE} for one that does not exist
 */
record Change(int number, @Nullable Boolean title, @Nullable Boolean body, @Nullable Integer slug, @Nullable String visibility,
              @Nullable Boolean active, @Nullable Integer category, @Nullable Deal deal) {

    static final int NOWHERE = 9;

    /** What is done to the cards. */
    enum Deal { ADD, ADD_BLANK, REMOVE_FIRST, TURN, RENAME_LAST }

    static String slug(int number, String history) {
        return "s" + number + "-" + history;
    }

    /** What the text says after it. */
    Text applied(Text text, Kind kind, String history) {
        return new Text(title == null ? text.title() : written(title, "Title"), body == null ? text.body() : written(body, "Body"),
            slug == null || !kind.slugged ? text.slug() : slug == 0 ? null : slug(slug, history),
            visibility == null || !kind.hasVisibility() ? text.visibility() : visibility, active == null || !kind.canBeInactive() ? text.active() : active,
            category == null || !kind.isInCategory() ? text.category() : category(history), cards(text.cards(), kind, history));
    }

    private String written(boolean words, String word) {
        return words ? word + " " + number : "";
    }

    private @Nullable UUID category(String history) {
        return category == null || category == 0 ? null : new Slot(Kind.CATEGORY, category).id(history);
    }

    private List<Text.Card> cards(List<Text.Card> cards, Kind kind, String history) {
        if (deal == null || kind.cards == null || cards.isEmpty() && deal != Deal.ADD && deal != Deal.ADD_BLANK) {
            return cards;
        }
        var dealt = new ArrayList<>(cards);
        switch (deal) {
            case ADD -> dealt.add(new Text.Card(card(history), "Card " + number));
            case ADD_BLANK -> dealt.add(new Text.Card(card(history), ""));
            case REMOVE_FIRST -> dealt.removeFirst();
            case TURN -> java.util.Collections.reverse(dealt);
            case RENAME_LAST -> dealt.add(new Text.Card(dealt.removeLast().id(), "Card " + number));
        }
        return List.copyOf(dealt);
    }

    private UUID card(String history) {
        return UUID.nameUUIDFromBytes((history + " card " + number).getBytes(StandardCharsets.UTF_8));
    }

    /** The form that is sent when it is typed into one made from the text. */
    PostedForm form(Text base, Kind kind, String history) {
        var after = applied(base, kind, history);
        var form = new PostedForm();
        if (title != null) form.and(kind.title, after.title());
        if (body != null) form.and(kind.body.name(), after.body());
        if (slug != null && kind.slugged) form.and("slug", after.slug() == null ? "" : after.slug());
        if (visibility != null && kind.hasVisibility()) form.and("visibility", after.visibility());
        if (active != null && kind.canBeInactive()) form.and("isActive", Boolean.toString(after.active()));
        if (category != null && kind.isInCategory()) form.and("category", after.category() == null ? "" : after.category().toString());
        if (kind.cards != null && !after.cards().equals(base.cards())) {
            deal(form, kind.cards, base.cards(), after.cards());
        }
        return form;
    }

    private static void deal(PostedForm form, Kind.Cards kind, List<Text.Card> before, List<Text.Card> after) {
        for (var card : after) {
            if (before.contains(card)) {
                form.parameters().add("_order." + kind.name(), card.id().toString());
            } else {
                form.card(kind.name(), card.id(), kind.label(), card.label());
                kind.rest().forEach((name, value) -> form.and(kind.name() + "." + card.id() + "." + name, value));
            }
        }
        before.stream().filter(card -> after.stream().noneMatch(kept -> kept.id().equals(card.id()))).forEach(card -> form.removing(kind.name(), card.id()));
    }

    @Override
    public String toString() {
        return Stream.of(said("title", title), said("body", body), slug == null ? null : slug == 0 ? "no slug" : "slug s" + slug,
            visibility, active == null ? null : active ? "active" : "inactive",
            category == null ? null : category == 0 ? "no category" : category == NOWHERE ? "a category that is not there" : "category " + category,
            deal == null ? null : "cards: " + deal.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .filter(java.util.Objects::nonNull).collect(Collectors.joining(", "));
    }

    private @Nullable String said(String name, @Nullable Boolean words) {
        return words == null ? null : words ? name + " " + number : "no " + name;
    }
}
