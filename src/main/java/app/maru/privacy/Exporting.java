package app.maru.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.json.JsonMapper;

import app.maru.identity.Holding;

/** Writes what is kept of somebody to a ZIP file: as JSON, and as a page to read. Nothing of it is held in memory at once. */
@Component
class Exporting {

    private static final int AT_ONCE = 200;
    private static final int READ = 200;

    private final Subjects subjects;
    private final ITemplateEngine templates;
    private final JsonMapper json;
    private final Clock clock;

    Exporting(Subjects subjects, ITemplateEngine templates, JsonMapper json, Clock clock) {
        this.subjects = subjects;
        this.templates = templates;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A part of the page to read.
     *
     * @param file which file has all of it
     * @param more whether there are more rows than are shown
     */
    record Chapter(String table, String file, List<Map<String, String>> rows, boolean more) {}

    /** All of it, as it is at one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    void write(Subject subject, Locale language, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        var chapters = new ArrayList<Chapter>();
        for (var holding : subjects.holdings()) {
            var chapter = write(holding, subject, zip);
            if (!chapter.rows.isEmpty()) {
                chapters.add(chapter);
            }
        }
        zip.putNextEntry(new ZipEntry("index.html"));
        zip.write(page(subject, chapters, language).getBytes(StandardCharsets.UTF_8));
        zip.finish();
    }

    private Chapter write(Holding holding, Subject subject, ZipOutputStream zip) throws IOException {
        var file = "data/" + holding.table() + "." + holding.column() + ".json";
        var shown = new ArrayList<Map<String, String>>();
        zip.putNextEntry(new ZipEntry(file));
        put(zip, "[");
        int[] count = {0};
        var statement = "select (to_jsonb(kept) - cast(:hidden as text[]))::text from %s kept where %s".formatted(holding.table(), holding.condition());
        try (var rows = subjects.on(statement, subject).param("hidden", holding.hidden().toArray(String[]::new)).withFetchSize(AT_ONCE).query(String.class).stream()) {
            rows.forEach(row -> {
                put(zip, (count[0]++ == 0 ? "\n" : ",\n") + row);
                if (shown.size() < READ) {
                    shown.add(readable(row));
                }
            });
        }
        put(zip, "\n]\n");
        zip.closeEntry();
        return new Chapter(holding.table(), file, List.copyOf(shown), count[0] > READ);
    }

    private Map<String, String> readable(String row) {
        var fields = new TreeMap<String, String>();
        json.readTree(row).properties().forEach(field -> {
            var text = field.getValue().isString() ? field.getValue().asString() : field.getValue().toString();
            if (!text.isEmpty() && !text.equals("null") && !text.equals("{}")) {
                fields.put(field.getKey(), text);
            }
        });
        return fields;
    }

    private String page(Subject subject, List<Chapter> chapters, Locale language) {
        return templates.process("privacy/export", new Context(language, Map.of("subject", subject, "chapters", chapters, "at", clock.instant().toString())));
    }

    private static void put(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
