package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofsTests {

    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"PASSWORD, false", "EMAIL, false", "SOCIAL, false", "TOTP, false", "RECOVERY_CODE, false", "PASSKEY, true"})
    void onlyAPasskeyIsTwoFactorsByItself(Means means, boolean two) {
        assertThat(Proofs.NONE.with(means, MORNING).areTwoFactors()).isEqualTo(two);
    }

    @ParameterizedTest
    @CsvSource({"PASSWORD, TOTP, true", "EMAIL, RECOVERY_CODE, true", "SOCIAL, TOTP, true", "PASSWORD, EMAIL, false", "TOTP, RECOVERY_CODE, false"})
    void aSecondOneComesOnTopOfAnother(Means first, Means second, boolean two) {
        assertThat(Proofs.NONE.with(first, MORNING).with(second, MORNING).areTwoFactors()).isEqualTo(two);
    }

    @Test
    void theLastOfThemCountsAndSpringSecurityCarriesThem() {
        var proofs = Proofs.NONE.with(Means.PASSWORD, MORNING).with(Means.TOTP, MORNING.plusSeconds(60)).with(Means.PASSWORD, MORNING.plusSeconds(30));

        assertThat(proofs.last()).contains(MORNING.plusSeconds(60));
        assertThat(Proofs.NONE.last()).isEmpty();
        assertThat(Proofs.of(SignedIn.authenticated(TestPeople.EDITOR, proofs))).isEqualTo(proofs);
    }
}
