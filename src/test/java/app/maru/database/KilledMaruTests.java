package app.maru.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class KilledMaruTests {

    @TempDir
    Path directory;

    @Test
    void leavesAServerBehindThatTheNextOneTakesOverWithAllItsData() throws IOException {
        MaruProcess killed = MaruProcess.start("--server.port=0", "--maru.data-directory=" + directory);
        killed.address();
        killed.kill();
        long left = server();
        assertThat(ProcessHandle.of(left)).isPresent();

        try (var next = EmbeddedDatabase.startIn(directory)) {
            assertThat(server()).isNotEqualTo(left);
            var database = JdbcClient.create(new DriverManagerDataSource(next.getJdbcUrl(), next.getUsername(), next.getPassword()));
            assertThat(database.sql("select count(*) from databasechangelog").query(Long.class).single()).isPositive();
        }
    }

    @Test
    void stopsItsServerWhenItIsAskedToStop() {
        MaruProcess asked = MaruProcess.start("--server.port=0", "--maru.data-directory=" + directory);
        asked.address();
        asked.close();

        assertThat(directory.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    private long server() throws IOException {
        return Long.parseLong(Files.readAllLines(directory.resolve("postgres/cluster/postmaster.pid")).getFirst());
    }
}
