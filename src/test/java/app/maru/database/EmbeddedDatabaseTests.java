package app.maru.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

class EmbeddedDatabaseTests {

    static Path directory;

    @BeforeAll
    static void choose(@TempDir Path parent) {
        directory = parent.resolve("my data");
    }

    @AfterEach
    void forget() throws IOException {
        FileSystemUtils.deleteRecursively(directory.resolve("postgres"));
    }

    @Test
    void keepsWhatWasWrittenOverARestart() {
        try (var first = EmbeddedDatabase.startIn(directory)) {
            query(first).sql("create table kept as select '한글' as word").update();
        }
        try (var second = EmbeddedDatabase.startIn(directory)) {
            assertThat(query(second).sql("select word from kept").query(String.class).single()).isEqualTo("한글");
        }
    }

    @Test
    void isDurableWhateverItsConfigurationFileSays() throws IOException {
        EmbeddedDatabase.startIn(directory).close();
        Files.writeString(directory.resolve("postgres/cluster/postgresql.auto.conf"), "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n");

        try (var database = EmbeddedDatabase.startIn(directory)) {
            assertThat(show(database, "fsync")).isEqualTo("on");
            assertThat(show(database, "synchronous_commit")).isEqualTo("on");
            assertThat(show(database, "full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void refusesADatabaseThatWouldLoseWhatWasSaved() {
        try (var database = EmbeddedDatabase.startIn(directory)) {
            query(database).sql("alter database maru set synchronous_commit = off").update();
        }
        assertThatThrownBy(() -> EmbeddedDatabase.startIn(directory))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("synchronous_commit = off");
        assertThat(directory.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void letsNobodyInWithoutItsPasswordAndListensOnThisMachineAlone() throws IOException {
        try (var database = EmbeddedDatabase.startIn(directory)) {
            Path password = directory.resolve("postgres/password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password))).isEqualTo("rw-------");
            assertThat(Files.readString(password)).hasSize(48).isEqualTo(database.getPassword());
            assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "maru", "another"))
                    .isInstanceOf(SQLException.class);
            assertThat(query(database).sql("select auth_method from pg_hba_file_rules").query(String.class).set())
                    .containsExactly("scram-sha-256");
            assertThat(show(database, "listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void knowsHangul() {
        try (var database = EmbeddedDatabase.startIn(directory)) {
            new DatabaseRequirements(18).check(database);
            assertThat(query(database).sql("select datctype from pg_database where datname = 'maru'").query(String.class).single())
                    .isEqualTo("C.UTF-8");
        }
    }

    @Test
    void startsAgainWhileTheRestOfItsKilledServerIsStillAtWork() throws Exception {
        var killed = EmbeddedDatabase.startIn(directory);
        query(killed).sql("create table kept as select 1 as number").update();
        var work = CompletableFuture.runAsync(() -> query(killed).sql("select count(*) from generate_series(1, 1e12)").query(Long.class).single());
        await().until(() -> isAtWork(killed));
        serverOf(directory).destroyForcibly();
        killed.close();

        try (var again = EmbeddedDatabase.startIn(directory)) {
            assertThat(query(again).sql("select number from kept").query(Integer.class).single()).isEqualTo(1);
            assertThat(work).failsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void isNotFooledByAStrangerWhoGotTheNumberOfAKilledServer() throws IOException {
        EmbeddedDatabase.startIn(directory).close();
        Path claim = directory.resolve("postgres/cluster/postmaster.pid");
        ProcessHandle stranger = ProcessHandle.current().parent().orElseThrow();
        Files.writeString(claim, stranger.pid() + "\n" + claim.getParent() + "\n");

        EmbeddedDatabase.startIn(directory).close();
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void belongsToOneMaruAtATime() {
        try (var first = EmbeddedDatabase.startIn(directory)) {
            assertThatThrownBy(() -> EmbeddedDatabase.startIn(directory))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use by another Maru");
            assertThat(show(first, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void beginsAnewWhenAFirstStartWasCutShort() throws IOException {
        Files.createDirectories(directory.resolve("postgres/initialising/base"));

        EmbeddedDatabase.startIn(directory).close();
    }

    private static boolean isAtWork(EmbeddedDatabase database) {
        return query(database).sql("select count(*) from pg_stat_activity where query like '%1e12%' and state = 'active'")
                .query(Integer.class).single() > 1;
    }

    private static ProcessHandle serverOf(Path directory) throws IOException {
        var claim = Files.readAllLines(directory.resolve("postgres/cluster/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(claim.getFirst())).orElseThrow();
    }

    private static String show(EmbeddedDatabase database, String setting) {
        return query(database).sql("show " + setting).query(String.class).single();
    }

    private static JdbcClient query(EmbeddedDatabase database) {
        return JdbcClient.create(new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
    }
}
