package app.maru.chaos;

import java.sql.Connection;
import java.sql.SQLException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The database as it is at one moment, while others go on writing. */
final class Tables implements AutoCloseable {

    private final Connection connection;
    private final JdbcClient client;

    private Tables(Connection connection) {
        this.connection = connection;
        this.client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    static Tables of(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return new Tables(connection);
    }

    JdbcClient.StatementSpec sql(String sql) {
        return client.sql(sql);
    }

    long newestEdition() {
        return sql("select edition from published_site").query(Long.class).single();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
