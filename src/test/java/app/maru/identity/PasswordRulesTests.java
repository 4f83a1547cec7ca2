package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.maru.identity.PasswordRules.Complaint;

class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "Password12345!", "qwertyuiop12", "123456789012", "aaaaaaaaaaaa", "abcabcabcabc", "iloveyou1234", "maru-maru-maru", "p@ssw0rd2026", "liverpool123", "Summer2026!!", "kim.minjun1990", "kim.minjun@maru.example", "kimminjun1990", "김민준김민준김민준김민준"})
    void whatAnybodyWouldTryFirstIsRefused(String password) {
        assertThat(rules.complaint(password, "김민준", "kim.minjun@maru.example")).hasValue(Complaint.COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nine quiet autumn hills", "a floor for everybody", "느티나무 아래 작은 마루", "vK3$pq9!xwZ7", "wacky-tram-olive-dune"})
    void whatOnlyOneWouldPutTogetherIsNot(String password) {
        assertThat(rules.complaint(password, "김민준", "kim.minjun@maru.example")).isEmpty();
    }

    @Test
    void itIsLongEnoughAndNotALoad() {
        assertThat(rules.complaint("vK3$pq9!xwZ")).hasValue(Complaint.LENGTH);
        assertThat(rules.complaint("x".repeat(1_000_000))).hasValue(Complaint.LENGTH);
        assertThat(rules.complaint("vK3$pq9!xwZ7 ".repeat(15))).isEmpty();
    }
}
