package app.maru.content;

import static app.maru.content.Plans.NOW;
import static app.maru.content.Plans.TYPE;
import static app.maru.content.Plans.id;
import static app.maru.content.Plans.link;
import static app.maru.content.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class FormTests {

    final Snapshot base = plan("무료", link(1, "하나"), link(2, "둘"), link(3, "셋"));

    @Test
    void whatIsNotInTheFormStaysAsItWas() {
        var draft = read(PostedForm.with("name", "유료"));
        assertThat(draft.snapshot().value("name")).isEqualTo("유료");
        assertThat(labels(draft)).containsExactly("하나", "둘", "셋");
    }

    @Test
    void onlyAnExplicitMarkRemovesAChild() {
        var draft = read(new PostedForm().card("links", id(1), "label", "하나").removing("links", id(2)));
        assertThat(labels(draft)).containsExactly("하나", "셋");
        assertThat(draft.removed().get("links")).containsExactly(id(2));
    }

    @Test
    void cardsStandInTheOrderOfTheFormAndOthersBehindWhatTheyFollowed() {
        assertThat(labels(read(new PostedForm().card("links", id(3), "label", "셋").card("links", id(1), "label", "하나"))))
            .containsExactly("셋", "하나", "둘");
    }

    @Test
    void aCardThatIsNotKnownYetIsAdded() {
        assertThat(labels(read(new PostedForm().card("links", id(9), "label", "아홉")))).containsExactly("하나", "둘", "셋", "아홉");
        assertThat(labels(read(new PostedForm().card("links", id(1), "label", "하나").card("links", id(2), "label", "둘")
            .card("links", id(3), "label", "셋").card("links", id(9), "label", "아홉")))).containsExactly("하나", "둘", "셋", "아홉");
    }

    @Test
    void whatCannotBeAValueIsKeptAsTextWithItsProblem() {
        var draft = read(new PostedForm().card("links", id(1), "days", "열흘").and("visibility", "secret"));
        assertThat(draft.problems()).extracting(Problem::path, Problem::code).containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Paths.of("links", id(1), "days"), "Unreadable.NUMBER"),
            org.assertj.core.groups.Tuple.tuple("visibility", "Unreadable.CHOICE"));
        assertThat(draft.texts()).containsEntry("visibility", "secret");
        assertThat(draft.snapshot().value("visibility")).isEqualTo("public");
    }

    @Test
    void aNulOrHalfACharacterIsRefusedAndAForeignNameToo() {
        var draft = read(PostedForm.with("name", "무\0료").and("body", "\uD83C").and("stamp", "now").and("links.x.label", "?"));
        assertThat(draft.problems()).extracting(Problem::code).containsExactlyInAnyOrder("Unstorable", "Unstorable", "UnknownField", "UnknownField");
    }

    @Test
    void theLastOfSeveralValuesCountsSoThatASwitchCanBeOff() {
        assertThat(read(PostedForm.with("isActive", "false")).snapshot().value("isActive")).isEqualTo(false);
        assertThat(read(PostedForm.with("isActive", "false").and("isActive", "true")).snapshot().value("isActive")).isEqualTo(true);
    }

    @Test
    void tagsStandBetweenCommasAndNoneTwice() {
        var draft = read(new PostedForm().card("links", id(1), "tags", " 숏폼 , 🎬 영상,,숏폼，쇼츠\r\n자막 "));
        assertThat(draft.snapshot().items("links").getFirst().fields()).containsEntry("tags", java.util.List.of("숏폼", "🎬 영상", "쇼츠", "자막"));
        assertThat(Values.text(draft.snapshot().items("links").getFirst().fields().get("tags"))).isEqualTo("숏폼, 🎬 영상, 쇼츠, 자막");
    }

    @Test
    void emptyTextIsAbsentOnlyWhereTheRecordSaysSo() {
        var draft = read(PostedForm.with("slug", " ").and("body", "").and("name", "a\r\nb"));
        assertThat(draft.snapshot().value("slug")).isNull();
        assertThat(draft.snapshot().value("body")).isEqualTo("");
        assertThat(draft.snapshot().value("name")).isEqualTo("a\nb");
    }

    private Draft read(PostedForm form) {
        return Form.read(TYPE, base, form.parameters(), NOW);
    }

    private static List<Object> labels(Draft draft) {
        return draft.snapshot().items("links").stream().map(item -> item.fields().get("label")).toList();
    }
}
