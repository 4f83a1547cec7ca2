package app.maru.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.EnumSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@DeliveryTest
@ExtendWith(OutputCaptureExtension.class)
class EditionWatchTests {

    private static final EnumSet<Thread.State> PAST_ITS_FIRST_WORD = EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    @Autowired
    EditionWatch watch;
    @Autowired
    JdbcConnectionDetails database;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void watchAgain() {
        watch.start();
    }

    @Test
    void aQuestionAskedJustNowIsAnsweredBeforeTheWatchEnds(CapturedOutput console) throws InterruptedException {
        var outside = JdbcClient.create(new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
        var stopping = Thread.ofPlatform().unstarted(watch::stop);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("lock table published_site in access exclusive mode").update();
            outside.sql("select pg_notify('maru_edition', '')").query().singleRow();
            await().until(() -> isAskedFor(outside));
            stopping.start();
            await().until(() -> PAST_ITS_FIRST_WORD.contains(stopping.getState()));
        });
        stopping.join();
        assertThat(console).doesNotContain("broken").doesNotContain("WARN");
    }

    private static boolean isAskedFor(JdbcClient outside) {
        return outside.sql("select count(*) from pg_locks where relation = 'published_site'::regclass and not granted").query(Long.class).single() > 0;
    }
}
