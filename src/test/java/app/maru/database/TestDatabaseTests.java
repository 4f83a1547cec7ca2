package app.maru.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class TestDatabaseTests {

    @Test
    @Tag("kernel")
    void everyFreshDatabaseHasTheTablesAndNothingOfTheOthers(@Autowired JdbcClient application) {
        application.sql("insert into profiles (name, email) values ('Kim', 'kim@maru.example')").update();
        var other = JdbcClient.create(TestDatabase.fresh().dataSource());

        assertThat(application.sql("select count(*) from profiles").query(Long.class).single()).isEqualTo(1);
        assertThat(other.sql("select count(*) from profiles").query(Long.class).single()).isZero();
    }

    @Test
    @Tag("kernel")
    void trigramsKnowHangul() {
        var database = JdbcClient.create(TestDatabase.fresh().dataSource());

        assertThat(database.sql("select cardinality(show_trgm(normalize('한글', NFD)))").query(Integer.class).single()).isPositive();
    }

    @Test
    @Tag("kernel")
    void theServerIsTheOneThatWasAskedFor() {
        var database = JdbcClient.create(TestDatabase.blank().dataSource());

        assertThat(database.sql("show server_version").query(String.class).single())
                .startsWith(System.getProperty("maru.test.postgres", "18"));
    }
}
