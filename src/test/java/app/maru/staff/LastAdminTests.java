package app.maru.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import app.maru.database.TestDatabase;

/** What the database holds, whoever writes to it. */
class LastAdminTests {

    private static final String DEMOTE = "update staff set role = 'editor' where profile_id = ?";

    private DataSource source;
    private JdbcClient database;
    private UUID one;
    private UUID other;

    @BeforeEach
    void twoAdmins() {
        source = TestDatabase.fresh().dataSource();
        database = JdbcClient.create(source);
        one = join("admin", false);
        other = join("admin", false);
        join("admin", true);
        join("editor", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {DEMOTE, "delete from staff where profile_id = ?", "delete from profiles where id = ?", "update profiles set status = 'suspended' where id = ?",
        "update profiles set deleted_at = now() where id = ?"})
    void theLastAdminStaysWhateverIsTried(String attempt) {
        assertThat(database.sql(attempt).param(one).update()).as("there is another").isEqualTo(1);

        assertThatThrownBy(() -> database.sql(attempt).param(other).update()).isInstanceOf(DataIntegrityViolationException.class)
            .hasMessageContaining("somebody must remain an admin");
        assertThat(admins()).isEqualTo(1);
    }

    @Test
    void whoCannotComeInAnyWayMayBeTakenAway() {
        database.sql("update profiles set status = 'suspended' where id = ?").param(one).update();

        assertThat(database.sql("delete from staff where profile_id = ?").param(one).update()).isEqualTo(1);
        assertThat(admins()).isEqualTo(1);
    }

    @Test
    void ofTwoWhoTakeEachOtherAwayAtTheSameMomentOneRemains() {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        var second = new CompletableFuture<Void>();
        transaction.executeWithoutResult(status -> {
            database.sql(DEMOTE).param(one).update();
            second.completeAsync(() -> {
                JdbcClient.create(source).sql("update profiles set status = 'deactivated' where id = ?").param(other).update();
                return null;
            });
            awaitWhoWaits(second);
        });

        assertThatThrownBy(() -> second.get(30, TimeUnit.SECONDS)).hasStackTraceContaining("somebody must remain an admin");
        assertThat(admins()).isEqualTo(1);
    }

    /** Until the second has come to the lock that the first holds; one that does not wait for it is done. */
    private void awaitWhoWaits(CompletableFuture<Void> second) {
        while (!second.isDone() && !JdbcClient.create(source).sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)").query(Boolean.class).single()) {
            Thread.onSpinWait();
        }
    }

    private int admins() {
        return database.sql("select count(*) from active_staff where role = 'admin' and not demo").query(Integer.class).single();
    }

    private UUID join(String role, boolean demo) {
        return database.sql("""
                with person as (insert into profiles (email) values (gen_random_uuid() || '@maru.example') returning id)
                insert into staff (profile_id, role, demo) select id, :role, :demo from person returning profile_id""")
            .param("role", role).param("demo", demo).query(UUID.class).single();
    }
}
