package app.maru;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.database.TestDatabase;

class ChangeLogLintTests {

    private static final Pattern CHANGE_SET = Pattern.compile("(?m)^--\\s*changeset\\b(.*)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern INCLUDE = Pattern.compile("<include file=\"([^\"]+)\" relativeToChangelogFile=\"true\"/>");
    /** One row that is only ever locked and counted up; and the numbers of editions are their ids. */
    private static final List<String> NOT_ONES_TO_FOLLOW = List.of("published_site.created_at",
        "published_site.updated_at", "published_site.metadata", "editions.id");

    private static final JdbcClient DATABASE = JdbcClient.create(TestDatabase.fresh().dataSource());

    @Test
    void everyChangeSetSaysWhoMadeItAndWhatItIs() {
        assertThat(changeSets()).isNotEmpty().allSatisfy(changeSet ->
            assertThat(changeSet).matches("maru:[a-z0-9-]+( (splitStatements|runInTransaction):false)*"));
        assertThat(changeSets().stream().map(changeSet -> changeSet.split(" ")[0])).doesNotHaveDuplicates();
    }

    @Test
    void everyFileIsListedOnceAndExists() {
        var listed = Source.of(Path.of("liquibase/changelog.xml")).all(INCLUDE).map(include -> "liquibase/" + include.group(1));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(files().stream().map(file -> file.path().toString()).toList());
    }

    @Test
    void everyFileIsLiquibasesSql() {
        assertThat(files()).allSatisfy(file -> assertThat(file.text()).as(file.path().toString()).startsWith("--liquibase formatted sql\n"));
    }

    @Test
    void everyTableHasWhatEveryTableHas() {
        assertThat(DATABASE.sql("""
            select t.table_name || '.' || wanted.name
            from information_schema.tables t
            cross join (values ('id'), ('created_at'), ('updated_at'), ('metadata')) wanted (name)
            left join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
              and c.column_name = wanted.name and c.is_nullable = 'NO'
            where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name is null
              and t.table_name not like 'databasechangelog%' and t.table_name not like 'spring_session%'
            """).query(String.class).list()).containsExactlyInAnyOrderElementsOf(NOT_ONES_TO_FOLLOW);
    }

    @Test
    void everyForeignKeyHasAnIndex() {
        assertThat(DATABASE.sql("""
            select conrelid::regclass || ' (' || (select string_agg(attname, ', ') from pg_attribute
              where attrelid = conrelid and attnum = any (conkey)) || ')'
            from pg_constraint
            where contype = 'f' and not exists (select from pg_index where indrelid = conrelid and indkey[0] = any (conkey) and indpred is null)
            """).query(String.class).list()).isEmpty();
    }

    @Test
    void everyMomentIsAnInstant() {
        assertThat(DATABASE.sql("""
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and data_type = 'timestamp without time zone' and table_name not like 'databasechangelog%'
            """).query(String.class).list()).isEmpty();
    }

    private static List<Source> files() {
        return Source.under("liquibase", ".sql");
    }

    private static List<String> changeSets() {
        return files().stream().flatMap(file -> file.all(CHANGE_SET)).map(found -> found.group(1).strip()).toList();
    }
}
