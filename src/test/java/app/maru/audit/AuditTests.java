package app.maru.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import app.maru.database.TestDatabase;

/** The log is sealed in a chain that shows whatever is done to it afterwards, also by who may do everything in the database. */
@Tag("kernel")
class AuditTests {

    private static final Clock IN_MAY = Clock.fixed(Instant.parse("2026-05-31T23:59:00Z"), ZoneOffset.UTC);
    private static final String ROW = "insert into auth_audit_logs (profile_id, event, created_at) values (gen_random_uuid(), 'login_success', ?)";

    private TestDatabase place;
    private DataSource pool;
    private JdbcClient database;
    private TransactionTemplate transaction;
    private Sealing sealing;

    @BeforeEach
    void anEmptyLog() {
        place = TestDatabase.fresh();
        pool = place.dataSource();
        database = JdbcClient.create(pool);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        sealing = new Sealing(database);
    }

    @Test
    void whatIsWrittenWaitsAndIsSealedInBatches() throws SQLException {
        written(Sealing.BATCH + 5);
        assertThat(verdict()).satisfies(verdict -> {
            assertThat(verdict.isSound()).isTrue();
            assertThat(verdict.waiting()).isEqualTo(Sealing.BATCH + 5);
        });

        assertThat(List.of(seal(), seal(), seal())).containsExactly(Sealing.BATCH, 5, 0);

        assertThat(verdict()).satisfies(verdict -> {
            assertThat(verdict.broken()).isNull();
            assertThat(verdict.newest().place()).isEqualTo(Sealing.BATCH + 5);
            assertThat(verdict.waiting()).isZero();
        });
    }

    @Test
    void theClockSealsAllThatWaits() throws SQLException {
        written(2 * Sealing.BATCH + 5);
        var clock = new SealingClock(new Sealing(database) {
            @Override
            public int seal() {
                return Objects.requireNonNull(transaction.execute(status -> super.seal()));
            }
        }, new Forgetting(database, Clock.systemUTC(), 0));
        clock.start();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (verdict().waiting() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        clock.stop();

        assertThat(verdict()).satisfies(verdict -> {
            assertThat(verdict.broken()).isNull();
            assertThat(verdict.waiting()).isZero();
            assertThat(verdict.newest().place()).isEqualTo(2 * Sealing.BATCH + 5);
        });
    }

    @Test
    void whatIsCommittedLateTakesItsPlaceThenAndHoldsNobodyUp() throws SQLException {
        try (var late = DriverManager.getConnection(place.url(), place.username(), place.password())) {
            late.setAutoCommit(false);
            late.createStatement().executeUpdate("insert into auth_audit_logs (event) values ('login_failure')");
            written(2);
            assertThat(seal()).as("the two behind it").isEqualTo(2);
            late.commit();
        }
        assertThat(seal()).isEqualTo(1);

        assertThat(database.sql("select event from auth_audit_chain join auth_audit_logs using (log_id) order by auth_audit_chain.id desc limit 1").query(String.class).single()).isEqualTo("login_failure");
        assertThat(verdict().broken()).isNull();
    }

    @Test
    void severalWritersMakeOneChain() throws Exception {
        written(3 * Sealing.BATCH);
        var start = new CyclicBarrier(2);
        try (var writers = Executors.newFixedThreadPool(2)) {
            var work = IntStream.range(0, 2).mapToObj(writer -> writers.submit(() -> {
                var own = place.dataSource();
                var writing = new TransactionTemplate(new DataSourceTransactionManager(own));
                var client = JdbcClient.create(own);
                start.await();
                while (client.sql("select exists (select from auth_audit_unsealed)").query(Boolean.class).single()) {
                    writing.executeWithoutResult(status -> new Sealing(client).seal());
                }
                return null;
            })).toList();
            for (var done : work) {
                done.get();
            }
        }

        assertThat(verdict()).satisfies(verdict -> {
            assertThat(verdict.broken()).isNull();
            assertThat(verdict.newest().place()).isEqualTo(3L * Sealing.BATCH);
        });
    }

    @Test
    void whoeverSignsInWaitsForNoWriter() {
        written(1);
        transaction.executeWithoutResult(status -> {
            assertThat(sealing.seal()).isEqualTo(1);
            try (var other = DriverManager.getConnection(place.url(), place.username(), place.password()); var statement = other.createStatement()) {
                statement.execute("set lock_timeout = '5s'");
                assertThat(statement.executeUpdate("insert into auth_audit_logs (event) values ('login_success')")).isOne();
                statement.execute("begin");
                var sealed = statement.executeQuery("select pg_try_advisory_xact_lock(hashtext('audit-chain'))");
                sealed.next();
                assertThat(sealed.getBoolean(1)).as("another writer").isFalse();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "update auth_audit_logs set event = 'logout' where id = 3 | Place 3: the row",
        "update auth_audit_logs set created_at = created_at - interval '1 day' where id = 3 | Place 3: the row",
        "delete from auth_audit_logs where id = 3 | is gone",
        "delete from auth_audit_chain where id = 3 | Place 3 of the chain is missing",
        "update auth_audit_chain set hash = repeat('a', 64) where id = 5 | Place 5",
        "insert into auth_audit_logs (event) values ('login_success') | neither sealed nor",
        "delete from auth_audit_logs where id = 6 | removed before it was sealed",
        "update auth_audit_personal set ip_address = '10.0.0.9' | was changed",
        "insert into auth_audit_checkpoints (place, hash, before, removed) values (2, repeat('b', 64), '2026-01-01', 2) | does not say"})
    void whatASuperuserDoesIsFound(String tampering, String found) throws SQLException {
        written(4);
        database.sql("with log as (insert into auth_audit_logs (log_id, event, personal_hash) values ('00000000-0000-4000-8000-000000000001', 'logout', 'x') returning log_id) select 1 from log").query(Integer.class).single();
        seal();
        personal();
        written(1);
        assertThat(verdict().broken()).isNull();

        place.execute("set session_replication_role = replica; " + tampering);

        assertThat(verdict().broken()).contains(found);
    }

    /** What is personal of row 5, whose hash the row has from the first moment. */
    private void personal() {
        place.execute("set session_replication_role = replica; "
            + "update auth_audit_logs set personal_hash = encode(sha256(convert_to(jsonb_build_array('salt', null, '10.0.0.1', null, null)::text, 'UTF8')), 'hex') where id = 5; "
            + "insert into auth_audit_personal (log_id, salt, ip_address) select log_id, 'salt', '10.0.0.1' from auth_audit_logs where id = 5; delete from auth_audit_chain");
        place.execute("set session_replication_role = replica; insert into auth_audit_unsealed (log_id) select log_id from auth_audit_logs order by id");
        seal();
    }

    @Test
    void aChainThatWasRewrittenWholeIsFoundByWhatWasNotedOfIt() throws SQLException {
        written(3);
        seal();
        var noted = sealing.newest();
        place.execute("set session_replication_role = replica; update auth_audit_logs set event = 'logout' where id = 2; delete from auth_audit_chain; "
            + "insert into auth_audit_unsealed (log_id) select log_id from auth_audit_logs order by id");
        seal();

        assertThat(verdict().broken()).as("sound in itself").isNull();
        assertThat(verdict(noted).broken()).contains("was rewritten");
        assertThat(verdict(new Link(9, noted.hash())).broken()).contains("does not contain place 9");
    }

    @Test
    void nobodyChangesTheLogNotEvenByTheNameOfWhoMay() {
        written(1);
        seal();
        for (var change : List.of("update auth_audit_logs set event = 'logout'", "delete from auth_audit_logs", "truncate auth_audit_logs cascade", "update auth_audit_chain set hash = repeat('a', 64)",
            "delete from auth_audit_chain", "delete from auth_audit_checkpoints", "do 'begin delete from auth_audit_logs; end'")) {
            assertThatThrownBy(() -> database.sql(change).update()).as(change).hasStackTraceContaining("append-only");
        }
    }

    @Test
    void wholeMonthsAreRemovedUpToACheckpointFromWhichTheChainGoesOn() throws SQLException {
        IntStream.rangeClosed(1, 5).forEach(month -> database.sql(ROW.replace("?", "'2026-0" + month + "-15 12:00Z'")).update());
        seal();
        var early = sealing.newest();
        assertThat(new Forgetting(database, IN_MAY, 0).forget()).as("kept for ever").isZero();
        assertThat(new Forgetting(database, IN_MAY, 2).forget()).as("January and February").isEqualTo(2);
        assertThat(forgotten("2026-03-01")).isZero();

        assertThat(database.sql("select to_char(created_at at time zone 'UTC', 'MM') from auth_audit_logs where event = 'login_success' order by id").query(String.class).list()).containsExactly("03", "04", "05");
        assertThat(verdict(early).broken()).isNull();
        seal();
        assertThat(verdict().newest().place()).isEqualTo(6);
        assertThat(verdict().broken()).isNull();
        assertThatThrownBy(() -> forgotten("2026-03-02")).hasStackTraceContaining("whole months");
        assertThatThrownBy(() -> forgotten("2999-01-01")).hasStackTraceContaining("whole months");
    }

    @Test
    void whatWasSealedBehindAYoungerRowStaysUntilThatGoes() {
        database.sql(ROW.replace("?", "'2026-02-15 12:00Z'")).update();
        seal();
        database.sql(ROW.replace("?", "'2026-01-15 12:00Z'")).update();
        seal();

        assertThat(forgotten("2026-02-01")).as("of January, but behind February").isZero();
        assertThat(forgotten("2026-03-01")).isEqualTo(2);
    }

    private long forgotten(String month) {
        return database.sql("select auth_audit_forget(?::date)").param(month).query(Long.class).single();
    }

    private void written(int rows) {
        database.sql("insert into auth_audit_logs (profile_id, event) select gen_random_uuid(), 'login_success' from generate_series(1, ?)").param(rows).update();
    }

    private int seal() {
        return transaction.execute(status -> sealing.seal());
    }

    private Verdict verdict() throws SQLException {
        return verdict(null);
    }

    private Verdict verdict(@Nullable Link noted) throws SQLException {
        try (Connection connection = DriverManager.getConnection(place.url(), place.username(), place.password())) {
            return new Verification(connection, noted).verdict();
        }
    }
}
