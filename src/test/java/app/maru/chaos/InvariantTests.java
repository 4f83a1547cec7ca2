package app.maru.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.database.TestDatabase;

class InvariantTests {

    final JdbcClient database = JdbcClient.create(TestDatabase.fresh().dataSource());

    @ParameterizedTest
    @EnumSource
    @Tag("kernel")
    void holdsWhereNothingHappenedYet(Invariant invariant) {
        assertThat(breaches(invariant)).isEmpty();
    }

    @Test
    @Tag("kernel")
    void aMissingEditionIsNamedAndSoIsOneThatChangedNothing() {
        database.sql("update published_site set edition = 3").update();
        database.sql("insert into editions (number, action) values (1, 'publish'), (3, 'publish'), (4, 'unpublish')").update();

        assertThat(breaches(Invariant.EDITIONS_HAVE_NO_GAP)).containsExactly("2");
        assertThat(breaches(Invariant.NO_EDITION_IS_BEYOND_THE_NEWEST)).containsExactly("4");
        assertThat(breaches(Invariant.EVERY_EDITION_CHANGES_SOMETHING)).containsExactlyInAnyOrder("1", "3", "4");
        assertThat(breaches(Invariant.PUBLISHING_OPENS_A_PUBLICATION)).containsExactlyInAnyOrder("1", "3");
    }

    @Test
    @Tag("kernel")
    void aWorkingCopyWithoutItsRevisionOrItsCatalogueRowIsNamed() {
        var product = database.sql("insert into billing_products (name) values ('Team') returning product_id::text").query(String.class).single();

        assertThat(breaches(Invariant.EVERY_WORKING_COPY_IS_IN_THE_CATALOGUE)).containsExactly(product);
    }

    private java.util.List<String> breaches(Invariant invariant) {
        return database.sql(invariant.breaches).query(String.class).list();
    }
}
