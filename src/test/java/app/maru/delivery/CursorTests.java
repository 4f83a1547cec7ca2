package app.maru.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    private static final UUID ENTRY = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Sort BY_ORDER_AND_NAME = new Sort(List.of(
        new Sort.Key("displayOrder", false, Sort.Source.ORDER), new Sort.Key("name", true, Sort.Source.FACET)));

    @Test
    void comesBackAsItWas() {
        var cursor = new Cursor(List.of("1024", "\"요금, \\\"팀\\\"\""), ENTRY);

        assertThat(Cursor.of(cursor.text("list"), "list", BY_ORDER_AND_NAME)).isEqualTo(cursor);
    }

    @Test
    void isNoneOfAnotherList() {
        var text = new Cursor(List.of("1024", "null"), ENTRY).text("list");

        assertRefused(text, "other");
        assertThat(Cursor.of(text, "list", BY_ORDER_AND_NAME).values()).containsExactly("1024", "null");
    }

    /** With the right checksum, as only somebody who read this could make it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "[1024,\"a\"]", "[\"x\",\"a\",\"00000000-0000-4000-8000-000000000001\"]", "[1024,\"a\",\"no id\"]",
        "[1024,{},\"00000000-0000-4000-8000-000000000001\"]", "[1024,\"a\\u0000\",\"00000000-0000-4000-8000-000000000001\"]",
        "[99999999999,\"a\",\"00000000-0000-4000-8000-000000000001\"]", "[1,2,3,4]", "[1024"})
    void whatDoesNotFitIsRefused(String content) {
        assertRefused(Opaque.write(content, "list"), "list");
    }

    private static void assertRefused(String text, String list) {
        assertThatThrownBy(() -> Cursor.of(text, list, BY_ORDER_AND_NAME)).isInstanceOfSatisfying(Refusal.class,
            refusal -> assertThat(refusal.problem().code()).isEqualTo("invalid_cursor"));
    }
}
