package app.maru.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import com.sun.security.auth.module.UnixSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever starts Maru, its PostgreSQL runs. */
class AccountTests {

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("accounts")
    void aServerRunsAsEachAccountAndAsAnotherOneAfterIt(Account account) throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        var programs = new PostgresPrograms(PostgresArchive.unpackedIn(directory), account);
        assumeTrue(programs.work(), account + " is not to be had here");
        Path folder = directory.resolve("postgres");

        try (var server = new PostgresServer(programs, folder).start(Map.of())) {
            assertThat(programs.processesIn(folder.resolve("cluster"))).isNotEmpty();
        }
        assertThat(programs.processesIn(folder.resolve("cluster"))).isEmpty();
        new PostgresServer(PostgresPrograms.in(programs.bin()), folder).start(Map.of()).close();
    }

    static List<Account> accounts() {
        return Account.possible();
    }

    @Test
    void anOrdinaryUserNeedsNothingSpecial() throws Exception {
        assumeTrue(new UnixSystem().getUid() == 0, "the other tests are run by an ordinary user already");
        assumeTrue(isOpenToOthers(Path.of("").toAbsolutePath()), "these tests lie in a folder that nobody but root may enter");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        // reading is all that is lent, for the libraries may lie in root's home
        var nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
                "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search");

        try (var maru = MaruProcess.start(nobody, entry -> true, "--server.port=0", "--maru.data-directory=" + directory)) {
            assertThat(maru.address()).startsWith("http://localhost:");
            assertThat(Files.getAttribute(directory.resolve("postgres/cluster"), "unix:uid")).isEqualTo(65534);
        }
    }

    /** Lent rights let the libraries be opened, but not be looked for in folders. */
    private static boolean isOpenToOthers(Path folder) throws IOException {
        for (var path = folder; path != null; path = path.getParent()) {
            if (!Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
