package app.maru.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordTests {

    @ParameterizedTest
    @CsvSource({"클, 크리에이터", "크리ㅇ, 크리에이터", "요금ㅈ, 요금제", "요그, 요금제", "요그ㅁ, 요금제", "ㅇㅛㄱㅡㅁ, 요금제", "ㅇㅛㄱㅡㅁㅈㅔ, 요금제", "까, 까치", "PLAN, plan"})
    void whatIsTypedOnTheWayToAWordIsInTheWord(String typed, String word) {
        var found = SearchWord.of(typed).getFirst();

        assertThat(SearchWord.normal(word)).matches(text -> text.contains(found.text()) || text.contains(found.otherwise()));
        assertThat(found.initials()).isFalse();
    }

    @Test
    void consonantsAloneAreWhatSyllablesBeginWith() {
        var found = SearchWord.of("ㅇㄱㅈ").getFirst();

        assertThat(found.initials()).isTrue();
        assertThat(found.text()).isEqualTo(Normalizer.normalize("요금제", Normalizer.Form.NFD).replaceAll("[\\u1161-\\u11ff]", ""));
        assertThat(SearchWord.of("ㄱ").getFirst().initials()).as("one is the beginning of a word").isFalse();
    }

    @Test
    void aTextHasAtMostEightWords() {
        assertThat(SearchWord.of("  하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 ")).hasSize(8).extracting(SearchWord::text).first().isEqualTo(SearchWord.normal("하나"));
        assertThat(SearchWord.of("  ")).isEmpty();
    }
}
