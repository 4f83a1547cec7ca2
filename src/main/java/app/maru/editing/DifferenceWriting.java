package app.maru.editing;

import java.util.ArrayList;
import java.util.List;

import app.maru.editing.TextDifference.Kind;
import app.maru.editing.TextDifference.Part;

/** Writes a difference down so that it reads well: changes with only a space between them become one. */
final class DifferenceWriting {

    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder removed = new StringBuilder();
    private final StringBuilder added = new StringBuilder();
    private String space = "";

    void add(Part part) {
        switch (part.kind()) {
            case SAME -> keep(part.text());
            case REMOVED -> replace(part.text(), "");
            case ADDED -> replace("", part.text());
        }
    }

    void replace(String before, String after) {
        removed.append(space).append(before);
        added.append(space).append(after);
        space = "";
    }

    void keep(String text) {
        boolean between = !removed.isEmpty() && !added.isEmpty() && space.isEmpty() && text.isBlank() && text.indexOf('\n') < 0;
        if (between) {
            space = text;
        } else if (!text.isEmpty()) {
            flush();
            put(Kind.SAME, text);
        }
    }

    private void flush() {
        put(Kind.REMOVED, removed.toString());
        put(Kind.ADDED, added.toString());
        put(Kind.SAME, space);
        removed.setLength(0);
        added.setLength(0);
        space = "";
    }

    private void put(Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        boolean goesOn = kind == Kind.SAME && !parts.isEmpty() && parts.getLast().kind() == Kind.SAME;
        parts.add(new Part(kind, goesOn ? parts.removeLast().text() + text : text));
    }

    /** How many letters are in both. */
    int kept() {
        return parts().stream().filter(part -> part.kind() == Kind.SAME).mapToInt(part -> part.text().strip().length()).sum();
    }

    List<Part> parts() {
        flush();
        return List.copyOf(parts);
    }
}
