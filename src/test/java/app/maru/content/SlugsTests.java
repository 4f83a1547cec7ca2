package app.maru.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTests {

    @ParameterizedTest
    @CsvSource({"Creator Plan, creator-plan", "크리에이터 요금제, keurieiteo-yogeumje", "한글, hangeul", "팀 2.0, tim-2-0", "Café à la carte, cafe-a-la-carte",
        "'  --  ', ''", "🎬, ''", "값싼, gapssan"})
    void suggestsLatinWordsJoinedByHyphens(String title, String slug) {
        assertThat(Slugs.suggest(title)).isEqualTo(slug);
    }

    @Test
    void cutsBetweenWords() {
        assertThat(Slugs.suggest("word ".repeat(40))).hasSizeLessThanOrEqualTo(96).endsWith("word");
    }

    @Test
    void decomposedHangulIsTheSameWord() {
        assertThat(Slugs.suggest(java.text.Normalizer.normalize("한글", java.text.Normalizer.Form.NFD))).isEqualTo("hangeul");
    }
}
