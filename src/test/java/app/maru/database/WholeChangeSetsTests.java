package app.maru.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WholeChangeSetsTests {

    final JdbcClient database = JdbcClient.create(TestDatabase.fresh().dataSource());

    @Test
    @Tag("kernel")
    void aChangeSetAndTheNoteThatItWasRunAreOneTransaction() {
        var table = transaction("select xmin::text from pg_class where relname = 'content_shapes'");
        var note = transaction("select xmin::text from databasechangelog where id = 'content-shapes'");

        assertThat(table).isEqualTo(note);
    }

    @Test
    @Tag("kernel")
    void eachChangeSetIsATransactionOfItsOwn() {
        assertThat(database.sql("select count(distinct xmin::text) from databasechangelog").query(Integer.class).single())
                .isEqualTo(database.sql("select count(*) from databasechangelog").query(Integer.class).single());
    }

    private String transaction(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
