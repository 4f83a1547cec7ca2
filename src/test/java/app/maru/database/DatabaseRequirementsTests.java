package app.maru.database;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

@Tag("kernel")
class DatabaseRequirementsTests {

    @Test
    void aNewDatabaseIsMadeAsTheSentenceSays() {
        TestPostgres.create("advised", "template template0 encoding 'UTF8' locale_provider libc locale 'C.UTF-8'");

        assertThatNoException().isThrownBy(() -> check(15, TestPostgres.database("advised")));
    }

    @Test
    void anOldServerIsRefused() {
        refusal(99, TestDatabase.blank()).hasMessageContaining("needs PostgreSQL 99 or newer; this is PostgreSQL 1");
    }

    @Test
    void aLocaleWithoutHangulIsRefusedAndTheRightOneNamed() {
        TestPostgres.create("plain", "template template0 encoding 'UTF8' locale_provider libc locale 'C'");
        TestPostgres.create("ascii", "template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'");

        refusal(15, TestPostgres.database("plain")).hasMessageContaining("locale_provider libc locale 'C.UTF-8'");
        refusal(15, TestPostgres.database("ascii")).hasMessageContaining("locale_provider libc locale 'C.UTF-8'");
    }

    @Test
    void aWrongPasswordIsSaidWithoutTellingThePassword() {
        var database = TestDatabase.blank();

        refusal(15, new TestDatabase(database.url() + "?password=secret", database.username(), "secret"))
                .hasMessageContaining("does not let maru in: check spring.datasource.username and spring.datasource.password")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aMissingDatabaseIsSaid() {
        refusal(15, TestPostgres.database("missing")).hasMessageContaining("/missing does not exist: create it with");
    }

    @Test
    void aServerThatIsNotThereIsSaid() {
        refusal(15, new TestDatabase("jdbc:postgresql://127.0.0.1:1/maru", "maru", ""))
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/maru cannot be reached");
    }

    @Test
    void anAddressOfAnotherKindIsSaid() {
        refusal(15, new TestDatabase("jdbc:mysql://localhost/maru", "maru", "")).hasMessageContaining("jdbc:mysql://localhost/maru cannot be reached");
    }

    @Test
    void aUserWithoutRightsIsTold() {
        var database = TestDatabase.blank();
        database.execute("create role visitor login password 'visitor'");
        var visitor = new TestDatabase(database.url(), "visitor", "visitor");

        refusal(15, visitor).hasMessageContaining("visitor may not create tables");
        database.execute("grant create on schema public to visitor");
        refusal(15, visitor).hasMessageContaining("let an administrator run \"create extension pg_trgm\"");
        database.execute("create extension pg_trgm");
        refusal(15, visitor).hasMessageContaining("let an administrator run \"create extension btree_gin\"");
        database.execute("create extension btree_gin");
        assertThatNoException().isThrownBy(() -> check(15, visitor));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refusal(int oldestVersion, TestDatabase database) {
        return assertThatThrownBy(() -> check(oldestVersion, database)).isInstanceOf(CannotStart.class);
    }

    private static void check(int oldestVersion, TestDatabase database) {
        new DatabaseRequirements(oldestVersion).check(new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return database.username();
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        });
    }
}
