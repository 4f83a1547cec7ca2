package app.maru.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;

import app.maru.content.ChildType;
import app.maru.content.ContentType;
import app.maru.content.Field;
import app.maru.content.Field.Kind;
import app.maru.content.Paths;
import app.maru.content.Snapshot;

/**
 * Lines that somebody pastes, to make a card of each. Columns of a spreadsheet are the fields in their order; a line
 * without any is what the card is called.
 *
 * @param rows what each card is to say: a text for each of the fields
 * @param there how many cards there are already
 */
record Pasting(ContentType type, ChildType child, List<Field> fields, List<List<String>> rows, int there) {

    /** Begins the name of the lines in a form. */
    static final String LINES = Paths.CONTROL + "paste.";

    private static final Pattern COMMAND = Pattern.compile("(\\w+)\\.(look|paste)");
    private static final Pattern BREAKS = Pattern.compile("\\s*\\R\\s*");

    static boolean isMeant(String command) {
        return COMMAND.matcher(command).matches();
    }

    /** The lines that a button speaks of: {@code features.look} looks at what they would make, {@code features.paste} makes it. */
    static Optional<Pasting> read(ContentType type, EditorForm form, Snapshot base) {
        var command = COMMAND.matcher(form.command());
        return command.matches() ? type.child(command.group(1)).map(child -> of(type, child, form, base)) : Optional.empty();
    }

    private static Pasting of(ContentType type, ChildType child, EditorForm form, Snapshot base) {
        var text = Optional.ofNullable(form.parameters().getFirst(LINES + child.name())).orElse("");
        var lines = PastedLines.of(text);
        var fields = lines.stream().anyMatch(cells -> cells.size() > 1) ? child.fields() : List.of(called(child));
        int there = form.order(child.name(), base).size() - form.ids(Paths.removed(child.name())).size();
        return new Pasting(type, child, fields, lines.stream().map(cells -> row(cells, fields)).toList(), Math.max(0, there));
    }

    private static Field called(ChildType child) {
        return child.fields().stream().filter(field -> field.kind() == Kind.TEXT).findFirst().orElse(child.titleField());
    }

    /** What stands behind the last column belongs to it: nothing that was pasted is lost. */
    private static List<String> row(List<String> cells, List<Field> fields) {
        var row = new ArrayList<String>();
        for (int column = 0; column < fields.size(); column++) {
            int end = column == fields.size() - 1 ? cells.size() : column + 1;
            var said = column >= cells.size() ? "" : String.join(" ", cells.subList(column, end)).strip();
            row.add(fields.get(column).kind().multiline() ? said : BREAKS.matcher(said).replaceAll(" "));
        }
        return row;
    }

    boolean isMaking(EditorForm form) {
        return form.command().endsWith(".paste");
    }

    /** Whether there is something to make, and room for it. */
    public boolean isPossible() {
        return !rows.isEmpty() && rows.size() <= room();
    }

    /** The id of what says what they would make. */
    String place() {
        return "lines-" + child.name() + "-what";
    }

    HttpStatus status() {
        return rows.size() > room() ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.OK;
    }

    /** How many more cards there may be. */
    public int room() {
        return Math.max(0, ChildType.MOST - there);
    }

    /** How many cards there may be at all. */
    public int most() {
        return ChildType.MOST;
    }

    /** The message key of a column's heading. */
    public String labelKey(Field field) {
        return Words.key(type, child) + "." + field.name();
    }

    /** The form with a card for each line, and without the lines. */
    EditorForm applyTo(EditorForm form, Snapshot base, Words words) {
        var parameters = new LinkedMultiValueMap<>(form.parameters());
        var order = form.order(child.name(), base);
        for (var row : rows) {
            var card = UUID.randomUUID();
            order.add(card);
            for (int column = 0; column < fields.size(); column++) {
                if (!row.get(column).isEmpty()) {
                    parameters.set(Paths.of(child.name(), card, fields.get(column).name()), wire(fields.get(column), row.get(column), words));
                }
            }
        }
        EditorForm.put(parameters, Paths.order(child.name()), order);
        parameters.remove(LINES + child.name());
        return new EditorForm(parameters);
    }

    /** A choice may be pasted by its name on the screen, too. */
    private String wire(Field field, String text, Words words) {
        return field.choices().stream().filter(choice -> words.value(field, labelKey(field), choice).equalsIgnoreCase(text)).findFirst().orElse(text);
    }
}
