package app.maru.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Maru started as a person starts it: a process of its own, without anything of the tests on its class path. */
final class MaruProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Maru is ready: (http://\\S+)");

    private final Process process;
    private final List<String> output = new ArrayList<>();

    private MaruProcess(Process process) {
        this.process = process;
    }

    static MaruProcess start(String... arguments) {
        return start(List.of(), entry -> true, arguments);
    }

    static MaruProcess start(List<String> prefix, Predicate<String> classPathEntry, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath(classPathEntry),
                "app.maru.MaruApplication"));
        command.addAll(List.of(arguments));
        try {
            return new MaruProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath(Predicate<String> wanted) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .filter(wanted)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Where it says it is, as soon as it says so. */
    String address() {
        for (String line; (line = nextLine()) != null; ) {
            var ready = READY.matcher(line);
            if (ready.find()) {
                return ready.group(1);
            }
        }
        throw new IllegalStateException("Maru did not start:\n" + String.join("\n", output));
    }

    /** Everything it said until its end, which comes at once when it got ready against expectation. */
    List<String> output() {
        for (String line; (line = nextLine()) != null; ) {
            if (READY.matcher(line).find()) {
                close();
            }
        }
        return output;
    }

    int exitCode() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As by {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** As by {@code kill} or Ctrl-C. */
    @Override
    public void close() {
        process.toHandle().destroy();
        while (nextLine() != null) {
            // whoever is not read waits to be heard, and does not end
        }
        exitCode();
    }

    private String nextLine() {
        try {
            String line = process.inputReader().readLine();
            if (line != null) {
                output.add(line);
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
