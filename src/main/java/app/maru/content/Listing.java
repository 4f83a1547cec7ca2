package app.maru.content;

import java.util.Arrays;
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
 * @param tab only entries of that tab; null for all but the archived
 * @param filters wanted values of root fields, by name
 * @param remarked only entries in which the checks found something
 * @param sort what it is put in order by; the usual is the manual order, or what changed last where there is none
 * @param from the entry beside which the page begins; null for the first page, or the last when going backward
 * @param backward whether the page ends before {@code from} rather than beginning behind it
 */
public record Listing(ContentType type, String search, @Nullable Tab tab, Map<String, String> filters, boolean remarked, Sort sort,
                      boolean descending, @Nullable UUID from, boolean backward, int size) {

    /** What a list is put in order by. */
    public enum Sort {
        ORDER("display_order"), TITLE("title"), CHANGED("changed_at");

        final String column;

        Sort(String column) {
            this.column = column;
        }

        /** Its name in addresses and message keys; in an address a minus before it reverses it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final int PAGE = 25;
    /** The parameter that asks for entries in which the checks found something; no field can have such a name. */
    public static final String REMARKED = "_remarked";
    private static final int LONGEST_SEARCH = 200;

    /** The listing that the address's parameters ask for; what they do not say, or say wrongly, is left at its usual value. */
    public static Listing of(ContentType type, Map<String, String> parameters) {
        var filters = new LinkedHashMap<String, String>();
        type.fields().stream().filter(Listing::narrows)
            .forEach(field -> Optional.ofNullable(parameters.get(field.name())).filter(text -> isValue(field, text))
                .ifPresent(text -> filters.put(field.name(), text)));
        var asked = parameters.getOrDefault("sort", "");
        var sort = choice(Sort.class, asked.replaceFirst("^-", "")).filter(by -> by != Sort.ORDER || type.ordered());
        return new Listing(type, search(parameters.getOrDefault("search", "")),
            Arrays.stream(Tab.values()).filter(tab -> tab.key().equals(parameters.get("state"))).findFirst().orElse(null), filters, !parameters.getOrDefault(REMARKED, "").isEmpty(), sort.orElse(usual(type)),
            sort.map(by -> asked.startsWith("-")).orElse(!type.ordered()), uuid(parameters.get("from")), parameters.containsKey("backward"), PAGE);
    }

    private static String search(String text) {
        var words = text.replace("\0", "").strip();
        return words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
    }

    private static Sort usual(ContentType type) {
        return type.ordered() ? Sort.ORDER : Sort.CHANGED;
    }

    /** Whether the field offers few enough values that a list can be narrowed to one of them. */
    public static boolean narrows(Field field) {
        return field.filterable() && (!field.choices().isEmpty() || field.kind() == Field.Kind.FLAG || field.kind() == Field.Kind.RELATION);
    }

    private static boolean isValue(Field field, String text) {
        return switch (field.kind()) {
            case FLAG -> text.equals("true") || text.equals("false");
            case RELATION -> uuid(text) != null;
            default -> field.choices().contains(text);
        };
    }

    private static <E extends Enum<E>> Optional<E> choice(Class<E> choices, @Nullable String text) {
        return Arrays.stream(choices.getEnumConstants()).filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(text)).findFirst();
    }

    /** The id that the text is; null when it is none. */
    public static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The same list with so many entries to a page. */
    public Listing of(int most) {
        return new Listing(type, search, tab, filters, remarked, sort, descending, from, backward, most);
    }

    /** The same list from its first page. */
    public Listing begun() {
        return new Listing(type, search, tab, filters, remarked, sort, descending, null, false, size);
    }

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return !search.isEmpty() || tab != null || !filters.isEmpty() || remarked;
    }

    /** Whether entries can be moved in it: it shows all, in their order. */
    public boolean isMovable() {
        return type.ordered() && sort == Sort.ORDER && !descending && !isNarrowed();
    }

    /** Whether entries come by the order of their parents first. */
    boolean isWithinParents() {
        return type.within() != null && sort == Sort.ORDER;
    }

    /** What it is put in order by, as an address says it: {@code title}, or {@code -title} from the last to the first. */
    public String order() {
        return (descending ? "-" : "") + sort.key();
    }

    /** The address's parameters that ask for this list, from its first page. */
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        if (!search.isEmpty()) parameters.put("search", search);
        if (tab != null) parameters.put("state", tab.key());
        parameters.putAll(filters);
        if (remarked) parameters.put(REMARKED, "found");
        if (sort != usual(type) || descending == type.ordered()) parameters.put("sort", order());
        return parameters;
    }
}
