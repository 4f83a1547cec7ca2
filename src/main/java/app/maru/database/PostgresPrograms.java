package app.maru.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL's programs and the account they run as. */
record PostgresPrograms(Path bin, Account account) {

    private static final String WORKING_IN = """
            for process in /proc/[0-9]*; do
              if [ "$process/cwd" -ef "$1" ]; then echo "${process#/proc/}"; fi
            done""";

    static PostgresPrograms in(Path bin) {
        return Account.possible().stream()
                .map(account -> new PostgresPrograms(bin, account))
                .filter(PostgresPrograms::work)
                .findFirst()
                .orElseThrow(() -> new CannotStart("The embedded PostgreSQL cannot run here: as root it needs unshare or setpriv. "
                        + "Start Maru as an ordinary user, or set spring.datasource.url."));
    }

    /** Runs a program to its end, its words going to the log; whether it succeeded. */
    boolean run(Path log, String program, String... arguments) {
        var command = Stream.concat(Stream.of(bin.resolve(program).toString()), Stream.of(arguments)).toList();
        return succeeds(account, Redirect.appendTo(log.toFile()), command);
    }

    /** Gives a folder to the account. */
    void own(Path folder) {
        if (!account.owner().isEmpty()) {
            succeeds(Account.ONESELF, Redirect.DISCARD, List.of("chown", "-R", account.owner(), folder.toString()));
        }
    }

    /** The processes whose working directory this is; none where the system does not tell. */
    List<Long> processesIn(Path folder) throws IOException {
        var search = account.observer().start(Redirect.PIPE, List.of("sh", "-c", WORKING_IN, "sh", folder.toString()));
        try (var found = search.inputReader(StandardCharsets.US_ASCII)) {
            return found.lines().filter(line -> line.matches("\\d+")).map(Long::valueOf).toList();
        }
    }

    boolean work() {
        return account == Account.ONESELF
                || succeeds(account, Redirect.DISCARD, List.of(bin.resolve("postgres").toString(), "--version"));
    }

    private static boolean succeeds(Account account, Redirect output, List<String> command) {
        try {
            return account.start(output, command).waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
