package app.maru.factors;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final String SECRET = Base32.toBase32String("12345678901234567890".getBytes(US_ASCII));
    private static final Instant NOW = Instant.ofEpochSecond(1111111109);

    /** Appendix B of RFC 6238, of which apps show the last six digits. */
    @ParameterizedTest
    @CsvSource({"59, 94287082", "1111111109, 07081804", "1111111111, 14050471", "1234567890, 89005924", "2000000000, 69279037", "20000000000, 65353130"})
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code.substring(2));
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void aClockMayBeHalfAMinuteWrong(int steps, boolean taken) {
        var step = Totp.step(NOW) + steps;

        var found = Totp.stepOf(SECRET, Totp.code(SECRET, step), NOW);

        assertThat(found.isPresent()).isEqualTo(taken);
        assertThat(found.orElse(step)).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({"''", "81804", "0081804", "081804x", "０８１８０４"})
    void nothingElseIsACode(String typed) {
        assertThat(Totp.stepOf(SECRET, typed, NOW)).isEmpty();
    }

    @Test
    void anAppReadsWhoseCodesItShows() {
        assertThat(Totp.address("ABC", "kim+desk@maru.example")).isEqualTo("otpauth://totp/Maru:kim%2Bdesk%40maru.example?secret=ABC&issuer=Maru");
        assertThat(Totp.secret()).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.secret());
    }
}
