package app.maru.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines and cells as spreadsheets put them on the clipboard: tabs between cells, and a cell with a tab, a line's end or a
 * quotation mark in it in quotation marks, its own doubled (RFC 4180, but for the tabs). Whatever else begins with a
 * quotation mark is somebody's text and stays as it is.
 */
final class PastedLines {

    private static final Pattern CELL = Pattern.compile("\\G(?:\"((?:[^\"]++|\"\")*+)\"(?=[\\t\\r\\n]|\\z)|([^\\t\\r\\n]*+))(\\t|\\R|\\z)");
    private static final Pattern WHY_QUOTED = Pattern.compile("[\\t\\r\\n\"]");

    private PastedLines() {}

    /** The cells of each line; lines without any text are left out. */
    static List<List<String>> of(String text) {
        var lines = new ArrayList<List<String>>();
        var cells = new ArrayList<String>();
        var cell = CELL.matcher(text);
        while (cell.find()) {
            cells.add(cell.group(1) == null ? cell.group(2) : said(cell.group(1)));
            if (!cell.group(3).equals("\t")) {
                lines.add(List.copyOf(cells));
                cells.clear();
            }
        }
        return lines.stream().filter(line -> line.stream().anyMatch(each -> !each.isBlank())).toList();
    }

    private static String said(String quoted) {
        return WHY_QUOTED.matcher(quoted).find() ? quoted.replace("\"\"", "\"") : '"' + quoted + '"';
    }
}
