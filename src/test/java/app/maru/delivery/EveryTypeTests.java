package app.maru.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Field;
import app.maru.database.FreshDatabase;
import app.maru.identity.DeskBrowser;

/** Every type keeps the contract of the JSON, on the demo content of the first run. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
@FreshDatabase("demo-content")
class EveryTypeTests {

    @LocalServerPort int port;
    @Autowired ContentTypes types;
    @Autowired JdbcClient database;
    @Autowired JsonMapper json;

    @TestFactory
    Stream<DynamicTest> aListHasEverythingThatVisitorsSee() {
        return each(type -> {
            var list = get(list(type) + "?limit=100");
            assertThat(list.path("page").path("total").intValue()).isEqualTo(listed(type)).isGreaterThanOrEqualTo(4);
            assertThat(list.path("data").size()).isEqualTo(listed(type));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyDeclaredFieldIsThereAndNoOther() {
        return each(type -> get(list(type)).path("data").forEach(entry -> {
            var expected = new TreeSet<>(Selection.allowed(type).stream().filter(name -> name.indexOf('.') < 0).toList());
            assertThat(new TreeSet<>(entry.propertyNames())).isEqualTo(expected);
            type.fields().forEach(field -> assertThat(fits(field, entry.path(field.name()))).as("%s is %s", field.name(), entry.path(field.name())).isTrue());
            type.children().forEach(child -> {
                assertThat(entry.path(child.name()).isArray()).as(child.name()).isTrue();
                entry.path(child.name()).forEach(item -> child.fields().forEach(field ->
                    assertThat(fits(field, item.path(field.name()))).as("%s.%s is %s", child.name(), field.name(), item.path(field.name())).isTrue()));
            });
        }));
    }

    private static boolean fits(Field field, JsonNode value) {
        return switch (field.kind()) {
            case FLAG -> value.isBoolean();
            case NUMBER -> value.isInt() || value.isNull();
            case CHOICE -> value.isNull() || field.choices().contains(value.stringValue());
            case TAGS -> value.isArray();
            default -> value.isNull() || value.isString() && !value.stringValue().isEmpty();
        };
    }

    @TestFactory
    Stream<DynamicTest> anEntryIsFoundBySlugWhereItHasOneAndById() {
        return each(type -> {
            var first = get(list(type) + "?limit=1").path("data").get(0);
            assertThat(get(list(type) + "/" + first.path("id").stringValue()).path("data")).isEqualTo(first);
            if (type.slug() != null) {
                assertThat(get(list(type) + "/" + first.path("slug").stringValue()).path("data")).isEqualTo(first);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aListComesInTheOrderOfStaffOrNewestFirst() {
        return each(type -> {
            var order = type.within() != null ? "parent.display_order, own.display_order" : type.ordered() ? "own.display_order" : "own.first_published_at desc";
            var expected = database.sql("""
                    select own.entry_id::text from publications own
                    left join publications parent on parent.entry_id = own.parent_id and parent.until_edition is null
                    where own.type = ? and own.until_edition is null and own.access = 'listed' order by\s""" + order)
                .param(type.path()).query(String.class).list();
            assertThat(ids(get(list(type) + "?limit=100"))).isEqualTo(expected);
        });
    }

    @TestFactory
    Stream<DynamicTest> aRepeatedQuestionGetsNotModifiedAndAPinnedOneHoldsForEver() {
        return each(type -> {
            var answer = DeskBrowser.at(port).get(list(type));
            assertThat(DeskBrowser.at(port).sending("If-None-Match", answer.header("ETag")).get(list(type)).status()).isEqualTo(304);
            assertThat(DeskBrowser.at(port).get(list(type) + "?edition=" + answer.header("Edition")).header("Cache-Control")).contains("immutable");
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsOnlyADraftIsNowhere() {
        return each(type -> database.sql("select entry_id::text from content_entries where type = ? and live is null").param(type.path()).query(String.class).list()
            .forEach(draft -> assertThat(DeskBrowser.at(port).get(list(type) + "/" + draft).status()).isEqualTo(404)));
    }

    private interface Check {
        void of(ContentType type);
    }

    private Stream<DynamicTest> each(Check check) {
        return types.all().stream().map(type -> dynamicTest(type.path(), () -> check.of(type)));
    }

    private int listed(ContentType type) {
        return database.sql("select count(*) from publications where type = ? and until_edition is null and access = 'listed'").param(type.path())
            .query(Integer.class).single();
    }

    private static String list(ContentType type) {
        return "/api/v1/" + type.path();
    }

    private static List<String> ids(JsonNode list) {
        var ids = new ArrayList<String>();
        list.path("data").forEach(entry -> ids.add(entry.path("id").stringValue()));
        return ids;
    }

    private JsonNode get(String address) {
        var answer = DeskBrowser.at(port).get(address);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }
}
