package app.maru.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What PostgreSQL and its programs say. */
record ServerLog(Path file) {

    private static final Pattern ERROR = Pattern.compile("(?:FATAL|PANIC|error): +(.+)$");

    void create() throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
    }

    /** The newest complaint in it. */
    String lastError() {
        try {
            // bytes, because messages of the operating system may come in any encoding
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines()
                    .flatMap(line -> ERROR.matcher(line).results())
                    .reduce((earlier, later) -> later)
                    .map(found -> found.group(1))
                    .orElse("it does not say why");
        } catch (IOException e) {
            return "its log cannot be read";
        }
    }
}
