package app.maru.delivery;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import app.maru.publishing.EditionCommitted;

/**
 * Hears of new editions: those committed here before the publisher has the answer, those of other nodes by the
 * database's notice, and all by asking now and then, should a notice be lost.
 */
@Component
class EditionWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EditionWatch.class);
    private static final int BEFORE_THE_WEB_SERVER = SmartLifecycle.DEFAULT_PHASE - 4096;
    private static final int SECONDS_TO_SIGN_OF_LIFE = 2;
    private static final Duration TO_FINISH = Duration.ofSeconds(5);

    private final Site site;
    private final JdbcConnectionDetails database;
    private final DeliverySettings settings;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Connection listening;

    EditionWatch(Site site, JdbcConnectionDetails database, DeliverySettings settings) {
        this.site = site;
        this.database = database;
        this.settings = settings;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void hear(EditionCommitted committed) {
        try {
            site.catchUp();
        } catch (RuntimeException e) {
            LOG.warn("Edition {} is committed, but what it changed cannot be read: everything will be read again", committed.number(), e);
        }
        site.learn(News.unread(committed.number()));
    }

    @Override
    public void start() {
        site.catchUp();
        var watching = Thread.ofVirtual().name("edition-watch").unstarted(this::watch);
        thread = watching;
        watching.start();
    }

    private void watch() {
        while (isRunning()) {
            try (var connection = DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
                listening = connection;
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                askWhileNotTold(e);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen maru_edition");
        }
        var notices = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            site.catchUp();
            var heard = notices.getNotifications((int) settings.poll().toMillis());
            if (heard.length == 0 && !connection.isValid(SECONDS_TO_SIGN_OF_LIFE)) {
                throw new SQLException("the connection is lost");
            }
        }
    }

    private void askWhileNotTold(Exception why) {
        try {
            if (isRunning()) {
                LOG.warn("Not told of new editions, so asking: {}", why.getMessage());
                Thread.sleep(settings.poll());
                site.catchUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Cannot ask for new editions: {}", e.getMessage());
        }
    }

    /** Ends the wait for notices; a question asked just now is answered first, for an interrupt would break the pool's connection. */
    @Override
    public void stop() {
        var watching = thread;
        thread = null;
        try {
            hangUp();
            if (watching != null && !watching.join(TO_FINISH)) {
                watching.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hangUp() {
        try {
            if (listening != null) {
                listening.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("The connection that notices come by is closed already", e);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
