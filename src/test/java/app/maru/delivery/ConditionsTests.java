package app.maru.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "\"abc\"               | true",
        "W/\"abc\"             | true",
        "\"abc-gz\"            | true",
        "\"x\" , \"abc\"       | true",
        "\"x,\",W/\"abc-gz\"   | true",
        "*                     | true",
        "\"abcd\"              | false",
        "\"ab\"                | false",
        "\"abc-br\"            | false",
        "\"abc-gzz\"           | false",
        "abc                   | false",
        "\"abc                 | false",
        "\"x*\"                | false",
        "\"\"                  | false",
    })
    void entityTagsAreComparedWhole(String tags, boolean same) {
        assertThat(Conditions.names(tags, "abc")).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "gzip                       | true",
        "gzip, deflate, br, zstd    | true",
        "GZIP                       | true",
        "x-gzip                     | true",
        "br;q=1, gzip;q=0.1         | true",
        "*                          | true",
        "*;q=0.5, identity          | true",
        "gzip;q=0                   | false",
        "gzip; q=0.000, *           | false",
        "*;q=0                      | false",
        "br                         | false",
        "identity                   | false",
    })
    void gzipIsSentToThoseWhoAcceptIt(String accepted, boolean gzip) {
        assertThat(Conditions.acceptsGzip(HttpFields.build().add("Accept-Encoding", accepted))).isEqualTo(gzip);
    }

    @Test
    void severalLinesOfTagsCount() {
        var request = HttpFields.build().add("If-None-Match", "\"x\"").add("If-None-Match", "\"abc\"");

        assertThat(Conditions.unchanged(request, "abc", -1)).isTrue();
    }

    @Test
    void theTimeCountsOnlyWithoutTags() {
        var then = HttpFields.build().add("If-Modified-Since", "Thu, 01 Jan 2026 00:00:10 GMT");
        long time = 1767225610000L;

        assertThat(Conditions.unchanged(then, "abc", time)).isTrue();
        assertThat(Conditions.unchanged(then, "abc", time + 1000)).isFalse();
        assertThat(Conditions.unchanged(then, "abc", -1)).isFalse();
        assertThat(Conditions.unchanged(HttpFields.build(then).add("If-None-Match", "\"x\""), "abc", time)).isFalse();
        assertThat(Conditions.unchanged(HttpFields.build().add("If-Modified-Since", "yesterday"), "abc", time)).isFalse();
    }
}
