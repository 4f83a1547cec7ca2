package app.maru.content;

import static app.maru.content.Plans.TYPE;
import static app.maru.content.Plans.id;
import static app.maru.content.Plans.link;
import static app.maru.content.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

import app.maru.content.Difference.FieldChange;
import app.maru.content.Difference.How;

class DifferenceTests {

    final Snapshot before = plan("무료", link(1, "하나"), link(2, "둘"), link(3, "셋"), link(5, "다섯"));

    @Test
    void saysWhatEachFieldWasAndIs() {
        assertThat(Difference.between(TYPE, before, before.with("name", (Object) "기본")).fields()).containsExactly(new FieldChange("name", "무료", "기본"));
    }

    @Test
    void absentAndEmptyAreTheSame() {
        assertThat(Difference.between(TYPE, before.with("slug", (Object) null), before.with("slug", (Object) "")).isEmpty()).isTrue();
    }

    @Test
    void tellsWhichChildrenWereAddedRemovedMovedAndChanged() {
        var after = plan("무료", link(3, "셋"), link(1, "하나!"), link(2, "둘"), link(4, "넷"));
        assertThat(Difference.between(TYPE, before, after).children())
            .extracting(Difference.ChildChange::id, Difference.ChildChange::how, Difference.ChildChange::from, Difference.ChildChange::to)
            .containsExactly(Tuple.tuple(id(3), java.util.Set.of(How.MOVED), 3, 1), Tuple.tuple(id(1), java.util.Set.of(How.CHANGED), 1, 2),
                Tuple.tuple(id(4), java.util.Set.of(How.ADDED), 0, 4), Tuple.tuple(id(5), java.util.Set.of(How.REMOVED), 4, 0));
    }

    @Test
    void removingOneDoesNotMoveTheOthers() {
        assertThat(Difference.between(TYPE, before, plan("무료", link(2, "둘"), link(3, "셋"), link(5, "다섯"))).children()).extracting(Difference.ChildChange::how)
            .containsExactly(java.util.Set.of(How.REMOVED));
    }
}
