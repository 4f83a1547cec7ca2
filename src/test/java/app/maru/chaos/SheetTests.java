package app.maru.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SheetTests {

    static final UUID ENTRY = new UUID(0, 1);

    final Sheet sheet = Sheet.of(ENTRY, List.of(1, 2));

    @Test
    void readsBackTheCountsThatItsHandsWrote() {
        assertThat(sheet.read(body(7, 2))).isEqualTo(Map.of(1, 7, 2, 2));
        assertThat(sheet.read(body(4, 0))).isEqualTo(Map.of(1, 4, 2, 0));
    }

    @Test
    void seesAFieldOfAnotherSave() {
        var torn = body(7, 2);
        torn.put("headline", body(6, 2).path("headline").asString());

        assertThatThrownBy(() -> sheet.read(torn)).isInstanceOf(Torn.class).hasMessageContaining("글 1-6");
    }

    @Test
    void seesACardOfAnotherSave() {
        var torn = body(7, 2);
        torn.set("steps", body(7, 1).path("steps"));

        assertThatThrownBy(() -> sheet.read(torn)).isInstanceOf(Torn.class).hasMessageContaining("글 2-1");
    }

    @Test
    void seesACardThatIsMissingOrStayed() {
        var lacking = body(7, 2);
        lacking.withArray("features").remove(0);
        var kept = body(4, 2);
        kept.set("features", body(7, 2).path("features"));

        assertThatThrownBy(() -> sheet.read(lacking)).isInstanceOf(Torn.class);
        assertThatThrownBy(() -> sheet.read(kept)).isInstanceOf(Torn.class);
    }

    @Test
    void seesACardThatIsNobodys() {
        var strange = body(7, 2);
        strange.withArray("faqs").addObject().put("id", UUID.randomUUID().toString()).put("question", "?");

        assertThatThrownBy(() -> sheet.read(strange)).isInstanceOf(Torn.class).hasMessageContaining("faqs");
    }

    /** The entry as the forms make it; a hand that never wrote sends none. */
    private ObjectNode body(int... counts) {
        var body = new JsonMapper().createObjectNode();
        for (int number = 1; number <= counts.length; number++) {
            if (counts[number - 1] > 0) {
                sheet.hand(number).form(counts[number - 1]).stream().filter(input -> !input.name().startsWith("_"))
                    .forEach(input -> put(body, input.name().split("\\."), input.value()));
            }
        }
        return body;
    }

    private static void put(ObjectNode body, String[] path, String text) {
        if (path.length == 1) {
            body.put(path[0], text);
            return;
        }
        var items = body.withArray(path[0]);
        var item = items.valueStream().filter(found -> found.path("id").asString().equals(path[1])).findFirst().map(ObjectNode.class::cast)
            .orElseGet(() -> items.addObject().put("id", path[1]));
        item.put(path[2], text);
    }
}
