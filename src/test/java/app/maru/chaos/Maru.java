package app.maru.chaos;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The application as a process of its own, at the same address however often it is started again. */
final class Maru {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path log;
    private final int port = Ports.free();
    private @Nullable Process process;
    private Instant started = Instant.EPOCH;
    private Duration length = Duration.ofSeconds(10);

    Maru(Path log) {
        this.log = log;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Begins to start; see {@link #await()}. */
    void start(List<String> configuration) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath(), "app.maru.MaruApplication", "--server.port=" + port));
        command.addAll(configuration);
        started = Instant.now();
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until it answers.
     *
     * @throws Broken when it does not
     */
    void await() {
        var desk = new Desk(address());
        Waiting.until(PATIENCE, () -> {
            if (!running().isAlive()) {
                throw new Broken("Maru did not start again: " + lastWords());
            }
            return desk.answers();
        }, "Maru does not answer after its start: " + log);
        length = Duration.between(started, Instant.now());
    }

    /** How long the last start took that came to its end. */
    Duration startsWithin() {
        return length;
    }

    /** As by kill -9. */
    void kill() {
        try {
            running().destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void killIfRunning() {
        if (process != null) {
            kill();
        }
    }

    private Process running() {
        return Objects.requireNonNull(process, "not started yet");
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes")).collect(Collectors.joining(File.pathSeparator));
    }
}
