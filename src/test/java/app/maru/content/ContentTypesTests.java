package app.maru.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds every content type's record against its table and its messages: what one says, the others say. */
@SpringBootTest
@Tag("kernel")
class ContentTypesTests {

    @Autowired ContentTypes types;
    @Autowired JdbcClient database;
    @Autowired MessageSource messages;

    @Test
    void thereIsSomethingToHoldAgainst() {
        assertThat(types.all()).isNotEmpty();
    }

    @Test
    void everyFieldHasAColumnThatTakesNoMoreAndNoLess() {
        eachTable((table, fields) -> {
            var columns = columns(table);
            var checks = checks(table);
            for (var field : fields) {
                var column = columns.get(field.column());
                assertThat(column).as("%s.%s", table, field.column()).isNotNull();
                assertThat(column.nullable()).as("%s.%s is null only where the record says @Nullable", table, field.column()).isEqualTo(field.optional());
                assertThat(column.type()).as("type of %s.%s", table, field.column()).isEqualTo(type(field));
                assertThat(column.initial()).as("default of %s.%s is the record's @Default", table, field.column()).isEqualTo(initial(field));
                if (field.type() == String.class) {
                    assertThat(checks).as("%s.%s has the record's greatest length", table, field.column())
                        .anyMatch(check -> check.contains("length(" + field.column() + ") <= " + field.maxLength()));
                }
                if (field.kind() == Field.Kind.CHOICE) {
                    assertThat(allowed(checks, field)).as("choices of %s.%s", table, field.column()).isEqualTo(new TreeSet<>(field.choices()));
                }
            }
        });
    }

    @Test
    void everyTableHasTheConventionalColumns() {
        eachTable((table, fields) -> assertThat(columns(table).keySet()).as(table).contains("id", "created_at", "updated_at", "metadata"));
        types.all().forEach(type -> {
            assertThat(columns(type.table()).containsKey("display_order")).as("%s is in order", type.table()).isEqualTo(type.ordered());
            type.children().forEach(child -> assertThat(columns(child.table()).keySet()).as(child.table()).contains("display_order"));
        });
    }

    @Test
    void everyNameAndChoiceHasItsWordsInBothLanguages() {
        var missing = new ArrayList<String>();
        for (var locale : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            keys().stream().filter(key -> messages.getMessage(key, null, null, locale) == null).forEach(key -> missing.add(locale + " " + key));
        }
        assertThat(missing).isEmpty();
    }

    private List<String> keys() {
        var keys = new ArrayList<String>();
        for (var type : types.all()) {
            keys.addAll(List.of(type.messageKey(), type.messageKey() + ".one", type.messageKey() + ".new", type.messageKey() + ".empty"));
            type.fields().forEach(field -> keys.addAll(keys(type.messageKey(), field)));
            type.children().forEach(child -> {
                var prefix = type.messageKey() + "." + child.name();
                keys.addAll(List.of(prefix, prefix + ".one", prefix + ".add"));
                child.fields().forEach(field -> keys.addAll(keys(prefix, field)));
            });
        }
        return keys;
    }

    private static List<String> keys(String prefix, Field field) {
        var keys = new ArrayList<>(List.of(prefix + "." + field.name()));
        field.choices().forEach(choice -> keys.add(prefix + "." + field.name() + "." + choice));
        return keys;
    }

    private void eachTable(java.util.function.BiConsumer<String, List<Field>> check) {
        Consumer<ContentType> each = type -> {
            check.accept(type.table(), type.fields());
            type.children().forEach(child -> check.accept(child.table(), child.fields()));
        };
        types.all().forEach(each);
    }

    private record Column(String type, boolean nullable, String initial) {}

    private Map<String, Column> columns(String table) {
        return database.sql("select column_name, data_type, is_nullable = 'YES' as nullable, column_default from information_schema.columns where table_name = ?")
            .param(table).query((row, number) -> Map.entry(row.getString(1), new Column(row.getString(2), row.getBoolean(3), plain(row.getString(4)))))
            .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String plain(String expression) {
        return expression == null ? "" : expression.replaceAll("^'(.*)'::.*$", "$1");
    }

    private static String initial(Field field) {
        return field.optional() ? "" : field.kind() == Field.Kind.TAGS ? "[]" : Values.text(field.initial());
    }

    private List<String> checks(String table) {
        return database.sql("select pg_get_constraintdef(oid) from pg_constraint where conrelid = ?::regclass and contype = 'c'")
            .param(table).query(String.class).list();
    }

    private static TreeSet<String> allowed(List<String> checks, Field field) {
        return checks.stream().filter(check -> check.replace("\"", "").startsWith("CHECK ((" + field.column() + " = ANY"))
            .flatMap(check -> java.util.regex.Pattern.compile("'([a-z_]+)'").matcher(check).results()).map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String type(Field field) {
        return switch (field.kind()) {
            case FLAG -> "boolean";
            case NUMBER -> "integer";
            case RELATION -> "uuid";
            case TAGS -> "jsonb";
            default -> "text";
        };
    }
}
