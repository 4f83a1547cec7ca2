package app.maru.editing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDifferenceTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        무제한 게시              | 무제한 예약 게시               | 무제한+ 예약+ 게시
        꾸준히 올리는 1인 창작자를 위한 요금제 | 꾸준히 올리는 창작자를 위한 가장 인기 있는 요금제 | 꾸준히 올리는- 1인- 창작자를 위한+ 가장+ +인기 있는 +요금제
        Start for $15 a month     | Start for $19 a year           | Start for $-15-+19+ a -month-+year+
        카드 없이 시작해요.         | 카드 없이 시작해요                | 카드 없이 시작해요-.-
        전혀 다른 말              | nothing in common              | -전혀 다른 말-+nothing in common+
        same                      | same                           | same
        하나 둘 셋 넷 다섯 여섯     | 하나 2 3 넷 다섯 여섯            | 하나 -둘 셋-+2 3+ 넷 다섯 여섯
        """)
    void wordsThatAreGoneAndWordsThatAreNewAreMarkedWhereTheyStand(String before, String after, String marked) {
        assertThat(marked(TextDifference.between(before, after))).isEqualTo(marked);
    }

    @Test
    void bothSidesCanBeReadOutOfIt() {
        var before = "첫 줄은 그대로예요.\n\n둘째 줄은 바뀌어요.\n";
        var after = "첫 줄은 그대로예요.\n\n둘째 줄은 조금 바뀌어요.\n셋째 줄이 생겨요.\n";
        var difference = TextDifference.between(before, after);

        assertThat(text(difference.side(TextDifference.Kind.REMOVED))).isEqualTo(before);
        assertThat(text(difference.side(TextDifference.Kind.ADDED))).isEqualTo(after);
        assertThat(marked(difference)).isEqualTo("첫 줄은 그대로예요.\n\n둘째 줄은+ 조금+ 바뀌어요+.\n셋째 줄이 생겨요+.\n");
    }

    @Test
    void whatStayedTheSameIsCutShortAroundWhatChanged() {
        var long1 = "가나다라 ".repeat(100);
        var shown = TextDifference.between(long1 + "옛 말 " + long1, long1 + "새 말 " + long1).shortened();

        assertThat(marked(shown)).contains(" … ").contains("-옛-+새+").startsWith(" … ").endsWith(" … ").hasSizeLessThan(200);
    }

    @Test
    void hugeTextsThatDifferEverywhereAreReplacedRatherThanSearched() {
        var one = "하나 둘\n".repeat(20_000);
        var other = "셋 넷\n".repeat(20_000);
        assertThat(TextDifference.between(one, other).parts()).hasSize(2);
    }

    private static String marked(TextDifference difference) {
        return difference.parts().stream().map(part -> switch (part.kind()) {
            case SAME -> part.text();
            case REMOVED -> "-" + part.text() + "-";
            case ADDED -> "+" + part.text() + "+";
        }).collect(joining());
    }

    private static String text(TextDifference difference) {
        return difference.parts().stream().map(TextDifference.Part::text).collect(joining());
    }
}
