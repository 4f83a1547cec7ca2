package app.maru.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.sun.security.auth.module.UnixSystem;

/** PostgreSQL's programs, run in such a way that they do not see root, which they refuse to serve. */
final class PostgresPrograms {

    private static final String NOBODY = "65534";
    private static final List<String> AS_NOBODY = List.of(
            "setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    private static final List<String> REACHING_ALL_FOLDERS = List.of(
            "--inh-caps=+dac_override", "--ambient-caps=+dac_override");

    private final Path bin;
    private final List<String> prefix;
    private final String owner;

    private PostgresPrograms(Path bin, List<String> prefix, String owner) {
        this.bin = bin;
        this.prefix = prefix;
        this.owner = owner;
    }

    static PostgresPrograms in(Path bin) {
        long user = new UnixSystem().getUid();
        if (user != 0) {
            return new PostgresPrograms(bin, List.of(), Long.toString(user));
        }
        return List.of(new PostgresPrograms(bin, List.of("unshare", "-U"), "0"),
                        new PostgresPrograms(bin, joined(AS_NOBODY, REACHING_ALL_FOLDERS), NOBODY),
                        new PostgresPrograms(bin, AS_NOBODY, NOBODY)).stream()
                .filter(PostgresPrograms::work)
                .findFirst()
                .orElseThrow(() -> new CannotStart("PostgreSQL does not run as root, and neither unshare nor setpriv "
                        + "can give it another account here: start Maru as an ordinary user, or set spring.datasource.url."));
    }

    /** Gives a folder to the account that PostgreSQL runs as. */
    void own(Path folder) throws IOException {
        if (!owner.equals(Files.getAttribute(folder, "unix:uid").toString())) {
            run(List.of("chown", "-R", owner, folder.toString()), ProcessBuilder.Redirect.DISCARD);
        }
    }

    /** Runs a program to its end, its words going to the log; whether it succeeded. */
    boolean run(Path log, String program, String... arguments) {
        var command = joined(prefix, joined(List.of(bin.resolve(program).toString()), List.of(arguments)));
        return run(command, ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    private boolean work() {
        return run(joined(prefix, List.of(bin.resolve("postgres").toString(), "--version")), ProcessBuilder.Redirect.DISCARD);
    }

    private static boolean run(List<String> command, ProcessBuilder.Redirect output) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
