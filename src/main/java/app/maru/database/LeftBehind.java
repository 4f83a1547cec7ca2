package app.maru.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** What still works on a cluster that nobody watches over: a server whose Maru was killed, or parts of a killed server. */
final class LeftBehind {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path cluster;
    private final Path claim;
    private final PostgresPrograms programs;

    LeftBehind(Path cluster, PostgresPrograms programs) {
        this.cluster = cluster;
        this.claim = cluster.resolve("postmaster.pid");
        this.programs = programs;
    }

    /** The cluster's running server. Its number alone is no proof: another process may have got it since. */
    Optional<ProcessHandle> postmaster() {
        return claimed().flatMap(ProcessHandle::of)
                .filter(process -> process.info().commandLine().orElse("").contains(cluster.toString()));
    }

    /** Ends the processes of a killed server, and its claim to be running, which its zombie or a stranger would uphold. */
    void clear() throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        for (List<Long> orphans; !(orphans = programs.processesIn(cluster)).isEmpty() && Instant.now().isBefore(deadline); ) {
            orphans.forEach(orphan -> ProcessHandle.of(orphan).ifPresent(ProcessHandle::destroyForcibly));
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        Files.deleteIfExists(claim);
    }

    private Optional<Long> claimed() {
        try (var lines = Files.lines(claim)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
