package app.maru.together;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.springframework.web.util.HtmlUtils;

/** What the editor's form in a page says: its hidden fields and its texts. */
final class Fields {

    private static final Pattern FORM = Pattern.compile("<form id=\"editor-form\".*?</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<input\\b[^>]*>|<textarea\\b[^>]*>.*?</textarea>", Pattern.DOTALL);
    private static final Pattern KNOWN = Pattern.compile("_version|_base|_sitting|_number|_seen|_(order|removed)\\.\\w+|[a-zA-Z][\\w.-]*");

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<String> clashes = new ArrayList<>();

    private Fields() {
    }

    static Fields of(String page) {
        var fields = new Fields();
        FORM.matcher(page).results().limit(1).forEach(form -> FIELD.matcher(form.group()).results().forEach(field -> fields.read(field.group())));
        return fields;
    }

    private void read(String field) {
        var tag = field.substring(0, field.indexOf('>') + 1);
        var name = attribute(tag, "name");
        boolean choice = attribute(tag, "type").equals("checkbox") || attribute(tag, "type").equals("radio");
        if (name.equals("_theirs")) {
            clashes.add(attribute(tag, "value"));
        } else if (!choice && !tag.contains(" disabled") && KNOWN.matcher(name).matches()) {
            values.computeIfAbsent(name, any -> new ArrayList<>()).add(field.startsWith("<textarea") ? written(field, tag) : attribute(tag, "value"));
        }
    }

    private static String attribute(String tag, String name) {
        return Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag).results().findFirst().map(found -> HtmlUtils.htmlUnescape(found.group(1))).orElse("");
    }

    private static String written(String field, String tag) {
        return HtmlUtils.htmlUnescape(field.substring(tag.length(), field.length() - "</textarea>".length()).replaceFirst("^\r?\n", ""));
    }

    boolean isForm() {
        return values.containsKey("_sitting");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        var texts = values.getOrDefault(name, List.of());
        return texts.isEmpty() ? "" : texts.getLast();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    void put(String name, List<String> texts) {
        values.put(name, new ArrayList<>(texts));
    }

    void put(String name, String text) {
        put(name, List.of(text));
    }

    /** A copy of those for which that holds. */
    Map<String, List<String>> only(Predicate<String> names) {
        var some = new LinkedHashMap<String, List<String>>();
        values.forEach((name, texts) -> {
            if (names.test(name)) {
                some.put(name, List.copyOf(texts));
            }
        });
        return some;
    }

    /** The places that both changed, as the page asks about them. */
    List<String> clashes() {
        return clashes;
    }
}
