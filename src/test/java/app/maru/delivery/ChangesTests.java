package app.maru.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class ChangesTests {

    private final View view = View.of(5, new Changes(5, 3));

    @Test
    void whatDidNotChangeHolds() {
        var later = view.and(new News(7, false, Map.of("type/a", 6L)));

        assertThat(later.noneSince(5, "type/a")).isFalse();
        assertThat(later.noneSince(6, "type/a")).isTrue();
        assertThat(later.noneSince(5, "type/b")).isTrue();
    }

    @Test
    void nothingIsKnownOfTheTimeBeforeTheFloor() {
        assertThat(view.noneSince(4, "type/b")).isFalse();
    }

    @Test
    void whatSpeaksOfEverythingHoldsInItsEditionOnly() {
        assertThat(view.noneSince(5, Reply.EVERYTHING)).isTrue();
        assertThat(view.and(new News(6, false, Map.of())).noneSince(5, Reply.EVERYTHING)).isFalse();
    }

    @Test
    void moreChangesThanFitMakeEverythingBeReadAgain() {
        var full = view.and(new News(6, false, Map.of("a", 6L, "b", 6L))).and(new News(7, false, Map.of("c", 7L, "d", 7L)));

        assertThat(full.noneSince(6, "z")).isFalse();
        assertThat(full.noneSince(7, "a")).isTrue();
        assertThat(view.and(News.unread(9)).noneSince(8, "z")).isFalse();
    }

    @Test
    void olderNewsDoNotHideNewerOnes() {
        var later = view.and(new News(8, false, Map.of("a", 8L))).and(new News(9, false, Map.of("a", 6L)));

        assertThat(later.noneSince(7, "a")).isFalse();
    }
}
