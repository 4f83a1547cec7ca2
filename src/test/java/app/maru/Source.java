package app.maru;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One file of this repository, for tests that read what we write. */
record Source(Path path, String text) {

    static List<Source> templates() {
        return under("templates", ".html").stream().map(Source::withoutComments).toList();
    }

    static List<Source> java() {
        return under("src/main/java", ".java");
    }

    static List<Source> under(String folder, String ending) {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().map(Source::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Source of(Path file) {
        try {
            return new Source(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Stream<MatchResult> all(Pattern pattern) {
        return pattern.matcher(text).results();
    }

    /** Where in the file it is, as a person says it. */
    String at(MatchResult found) {
        return "%s:%d %s".formatted(path, text.substring(0, found.start()).lines().count(), found.group().strip().replaceAll("\\s+", " "));
    }

    /** The template without what is said to its readers only; lines keep their numbers. */
    private Source withoutComments() {
        return new Source(path, Pattern.compile("<!--.*?-->", Pattern.DOTALL).matcher(text)
            .replaceAll(comment -> "\n".repeat((int) comment.group().chars().filter(character -> character == '\n').count())));
    }
}
