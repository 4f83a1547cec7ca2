package app.maru.content;

import static app.maru.content.Plans.TYPE;
import static app.maru.content.Plans.id;
import static app.maru.content.Plans.link;
import static app.maru.content.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class MergeTests {

    final Snapshot base = plan("무료", link(1, "하나"), link(2, "둘"));

    @Test
    void changesAtDifferentPlacesAreBothTaken() {
        var merge = merge(base.with("name", (Object) "기본"), base.with("body", (Object) "설명"));
        assertThat(merge.result().value("name")).isEqualTo("기본");
        assertThat(merge.result().value("body")).isEqualTo("설명");
        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.taken()).containsExactly("body");
    }

    @Test
    void differentChangesAtOnePlaceAreAConflictAndMineStands() {
        var merge = merge(base.with("name", (Object) "나"), base.with("name", (Object) "너"));
        assertThat(merge.conflicts()).containsExactly(new Merge.Conflict("name", "나", "너"));
        assertThat(merge.result().value("name")).isEqualTo("나");
    }

    @Test
    void theSameChangeIsNoConflict() {
        assertThat(merge(base.with("name", (Object) "우리"), base.with("name", (Object) "우리")).conflicts()).isEmpty();
    }

    @Test
    void childrenAddedByBothAreAllThere() {
        assertThat(labels(merge(plan("무료", link(1, "하나"), link(3, "셋"), link(2, "둘")), plan("무료", link(1, "하나"), link(2, "둘"), link(4, "넷")))))
            .containsExactly("하나", "셋", "둘", "넷");
    }

    @Test
    void ofAChildThatBothAddedEachSaysWhatItWroteIntoIt() {
        var merge = merge(plan("무료", link(1, "하나"), link(2, "둘"), link(3, "")), plan("무료", link(1, "하나"), link(2, "둘"), link(3, "셋")));
        assertThat(labels(merge)).containsExactly("하나", "둘", "셋");
        assertThat(merge.conflicts()).isEmpty();
    }

    @Test
    void aChildThatOneRemovesAndTheOtherLeavesIsGone() {
        assertThat(labels(merge(plan("무료", link(2, "둘")), base))).containsExactly("둘");
        assertThat(labels(merge(base, plan("무료", link(2, "둘"))))).containsExactly("둘");
    }

    @Test
    void aChildThatOneRemovesAndTheOtherChangesIsAConflictAndKept() {
        var merge = merge(plan("무료", link(2, "둘")), plan("무료", link(1, "하나!"), link(2, "둘")));
        assertThat(labels(merge)).containsExactly("하나!", "둘");
        assertThat(merge.conflicts()).extracting(Merge.Conflict::path).containsExactly("links." + id(1));
    }

    @Test
    void mineOrTheirsMayBeAnotherOrder() {
        var turned = plan("무료", link(2, "둘"), link(1, "하나"));
        assertThat(labels(merge(turned, base))).containsExactly("둘", "하나");
        assertThat(labels(merge(base, turned))).containsExactly("둘", "하나");
    }

    final Snapshot four = plan("무료", link(1, "하나"), link(2, "둘"), link(3, "셋"), link(4, "넷"));

    @Test
    void movesOfDifferentChildrenAreBothTaken() {
        var merge = Merge.of(TYPE, four, plan("무료", link(2, "둘"), link(3, "셋"), link(1, "하나"), link(4, "넷")),
            plan("무료", link(4, "넷"), link(1, "하나"), link(2, "둘"), link(3, "셋")));
        assertThat(labels(merge)).containsExactly("넷", "둘", "셋", "하나");
        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.taken()).containsExactly("links");
    }

    @Test
    void movesOfTheSameChildToDifferentPlacesAreAConflictAndMineStands() {
        var merge = Merge.of(TYPE, four, plan("무료", link(2, "둘"), link(1, "하나"), link(3, "셋"), link(4, "넷")),
            plan("무료", link(2, "둘"), link(3, "셋"), link(4, "넷"), link(5, "다섯"), link(1, "하나")));
        assertThat(labels(merge)).containsExactly("둘", "하나", "셋", "넷", "다섯");
        assertThat(merge.conflicts()).containsExactly(new Merge.Conflict("links", List.of(id(2), id(1), id(3), id(4)), List.of(id(2), id(3), id(4), id(5), id(1))));
        assertThat(merge.taken()).isEmpty();
    }

    @Test
    void theSameMoveIsNoConflict() {
        var turned = plan("무료", link(2, "둘"), link(1, "하나"));
        assertThat(merge(turned, turned).conflicts()).isEmpty();
        assertThat(merge(turned, turned).taken()).isEmpty();
    }

    private Merge merge(Snapshot mine, Snapshot theirs) {
        return Merge.of(TYPE, base, mine, theirs);
    }

    private static List<Object> labels(Merge merge) {
        return merge.result().items("links").stream().map(item -> item.fields().get("label")).toList();
    }
}
