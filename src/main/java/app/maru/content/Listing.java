package app.maru.content;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a list of entries is asked for; everything of it stands in the address.
 *
 * @param search words to look for; empty for all
 * @param state only entries of that state; null for all but the archived
 * @param filters wanted values of root fields, by name
 * @param from the entry beside which the page begins; null for the first page, or the last when going backward
 * @param backward whether the page ends before {@code from} rather than beginning behind it
 */
public record Listing(ContentType type, String search, @Nullable State state, Map<String, String> filters, Sort sort, boolean descending,
                      @Nullable UUID from, boolean backward, int size) {

    /** What a list is put in order by. */
    public enum Sort {
        ORDER("display_order"), TITLE("title"), CHANGED("changed_at");

        final String column;

        Sort(String column) {
            this.column = column;
        }

        /** Its name in addresses and message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final int PAGE = 25;

    /** The listing that the address's parameters ask for; what they do not say, or say wrongly, is left at its usual value. */
    public static Listing of(ContentType type, Map<String, String> parameters) {
        var filters = new LinkedHashMap<String, String>();
        type.fields().stream().filter(Field::filterable).filter(field -> !field.choices().isEmpty() || field.kind() == Field.Kind.FLAG)
            .forEach(field -> Optional.ofNullable(parameters.get(field.name())).filter(text -> isValue(field, text))
                .ifPresent(text -> filters.put(field.name(), text)));
        var sort = choice(Sort.class, parameters.get("sort")).orElse(type.ordered() ? Sort.ORDER : Sort.CHANGED);
        return new Listing(type, parameters.getOrDefault("search", "").strip().replace("\0", ""),
            choice(State.class, parameters.get("state")).orElse(null), filters, sort, "desc".equals(parameters.get("direction")),
            uuid(parameters.get("from")), parameters.containsKey("backward"), PAGE);
    }

    private static boolean isValue(Field field, String text) {
        return field.kind() == Field.Kind.FLAG ? text.equals("true") || text.equals("false") : field.choices().contains(text);
    }

    private static <E extends Enum<E>> Optional<E> choice(Class<E> choices, @Nullable String text) {
        return java.util.Arrays.stream(choices.getEnumConstants()).filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(text)).findFirst();
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return !search.isEmpty() || state != null || !filters.isEmpty();
    }

    /** Whether entries can be moved in it: it shows all, in their order. */
    public boolean isMovable() {
        return type.ordered() && sort == Sort.ORDER && !descending && !isNarrowed();
    }

    /** The address's parameters that ask for this list, from its first page. */
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        if (!search.isEmpty()) parameters.put("search", search);
        if (state != null) parameters.put("state", state.key());
        parameters.putAll(filters);
        if (sort != (type.ordered() ? Sort.ORDER : Sort.CHANGED)) parameters.put("sort", sort.key());
        if (descending) parameters.put("direction", "desc");
        return parameters;
    }
}
