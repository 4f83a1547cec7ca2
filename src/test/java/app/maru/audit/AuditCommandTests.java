package app.maru.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import app.maru.database.TestDatabase;

/** {@code bin/audit verify} reads the database that the settings name. */
class AuditCommandTests {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void itEndsWithZeroWhereAllIsSoundAndWithOneWhereItIsNot() throws SQLException {
        database.execute("insert into auth_audit_logs (event) values ('login_success')");
        assertThat(run("verify")).isZero();

        database.execute("set session_replication_role = replica; delete from auth_audit_logs");

        assertThat(run("verify")).isOne();
    }

    @Test
    void whatItDoesNotUnderstandItDoesNotDo() throws SQLException {
        assertThat(AuditCommand.run()).isEqualTo(2);
        assertThat(run("forget")).isEqualTo(2);
        assertThat(run("verify", "12:nonsense")).isEqualTo(2);
    }

    private int run(String... words) throws SQLException {
        var arguments = new String[words.length + 3];
        System.arraycopy(words, 0, arguments, 0, words.length);
        arguments[words.length] = "--spring.datasource.url=" + database.url();
        arguments[words.length + 1] = "--spring.datasource.username=" + database.username();
        arguments[words.length + 2] = "--spring.datasource.password=" + database.password();
        return AuditCommand.run(arguments);
    }
}
