package app.maru.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class TimesTests {

    /** Monday noon in Seoul. */
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC);

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en | 2026-11-23T02:59:30Z | just now", "ko | 2026-11-23T02:59:30Z | 방금",
        "en | 2026-11-23T02:01:00Z | 59 min ago", "ko | 2026-11-23T02:55:00Z | 5분 전",
        "ko | 2026-11-22T15:00:00Z | 00:00", "ko | 2026-11-22T14:59:00Z | 11월 22일 23:59",
        "ko | 2026-11-24T03:00:00Z | 11월 24일 12:00", "ko | 2025-12-31T14:59:00Z | 2025년 12월 31일", "en | 2025-12-31T14:59:00Z | Dec 31, 2025"})
    void aMomentIsSaidAsShortAsItIsUnderstood(String language, Instant at, String said) {
        LocaleContextHolder.setLocale(Locale.of(language));
        LocaleContextHolder.setTimeZone(TimeZone.getTimeZone(ZoneId.of("Asia/Seoul")));
        assertThat(new Times(NOW, words()).brief(at)).isEqualTo(said);
    }

    private static ResourceBundleMessageSource words() {
        var words = new ResourceBundleMessageSource();
        words.setBasename("messages");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }
}
