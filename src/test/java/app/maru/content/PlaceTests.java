package app.maru.content;

import static app.maru.content.Plans.TYPE;
import static app.maru.content.Plans.id;
import static app.maru.content.Plans.link;
import static app.maru.content.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTests {

    final Snapshot old = plan("무료", link(1, "하나"), link(2, "둘"), link(3, "셋"));

    @Test
    void aRootFieldSaysAgainWhatItSaid() {
        var now = plan("기본", link(1, "하나!")).with("body", (Object) "설명");

        var taken = taken("name", now);

        assertThat(taken.value("name")).isEqualTo("무료");
        assertThat(taken.value("body")).isEqualTo("설명");
        assertThat(labels(taken)).containsExactly("하나!");
    }

    @Test
    void aFieldOfAChildSaysAgainWhatItSaid() {
        assertThat(labels(taken("links." + id(2) + ".label", plan("기본", link(2, "둘!"), link(1, "하나!"))))).containsExactly("둘", "하나!");
    }

    @Test
    void aChildThatIsGoneComesBackBehindTheNearestThatCameBeforeIt() {
        assertThat(labels(taken("links." + id(3), plan("기본", link(4, "넷"), link(1, "하나"), link(5, "다섯"))))).containsExactly("넷", "하나", "셋", "다섯");
        assertThat(labels(taken("links." + id(1), plan("기본", link(4, "넷"), link(2, "둘"))))).containsExactly("하나", "넷", "둘");
    }

    @Test
    void aFieldOfAChildThatIsGoneBringsTheChildBack() {
        assertThat(labels(taken("links." + id(2) + ".label", plan("기본", link(1, "하나"))))).containsExactly("하나", "둘");
    }

    @Test
    void aChildThatWasMovedStandsWhereItStood() {
        assertThat(labels(taken("links." + id(3), plan("기본", link(3, "셋!"), link(1, "하나"), link(2, "둘"))))).containsExactly("하나", "둘", "셋");
    }

    @Test
    void aChildThatWasNotThereIsGone() {
        assertThat(labels(taken("links." + id(4), plan("기본", link(1, "하나"), link(4, "넷"))))).containsExactly("하나");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "badge", "links", "links.1", "links.00000000-0000-0000-0000-000000000001.badge", "others.00000000-0000-0000-0000-000000000001"})
    void whatTheTypeDoesNotHaveIsNoPlace(String path) {
        assertThatThrownBy(() -> new Place(TYPE, path)).isInstanceOf(NoSuchEntry.class);
    }

    private Snapshot taken(String path, Snapshot now) {
        return new Place(TYPE, path).taken(now, old);
    }

    private static List<Object> labels(Snapshot snapshot) {
        return snapshot.items("links").stream().map(item -> item.fields().get("label")).toList();
    }
}
