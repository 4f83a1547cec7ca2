package app.maru.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;

import jakarta.mail.Address;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.MailSendException;

class LetterTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b@c.example", "kim@maru.example\r\nBcc: all@maru.example", "kim@maru.example\n", "a@x.example, b@x.example", "Kim <kim@maru.example>",
        "kim @maru.example", "kim@maru.example;b", "\"a\nb\"@maru.example", "kim@[127.0.0.1]", "kim@maru..example", "kim@-maru.example", "\u212Aim@maru.example", "kim@maru.example\u0000", "a\t@b.example"})
    void whatIsNotOnePlainAddressGetsNoLetter(String address) {
        assertThat(Letter.canReach(address)).isFalse();
        assertThatThrownBy(() -> Letter.to(address, Locale.KOREAN, "test")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kim@maru.example", "kim.minjun+desk@mail.maru.example", "k@localhost", "o'neil_9@a-b.example"})
    void whatIsOneDoes(String address) {
        assertThat(Letter.canReach(address)).isTrue();
    }

    @Test
    void anAddressIsNotLongerThanMailAllows() {
        assertThat(Letter.canReach("a".repeat(65) + "@maru.example")).isFalse();
        assertThat(Letter.canReach("a@" + "b".repeat(260))).isFalse();
    }

    @Test
    void aSubjectIsOneLine() {
        assertThat(new Written("Hello\r\nBcc: all@maru.example\u2028x", "", "").subject()).isEqualTo("Hello Bcc: all@maru.example x");
        assertThat(new Written("a".repeat(1000), "", "").subject()).hasSize(200);
    }

    @Test
    void thePausesGrowAndEnd() {
        assertThat(Postman.pause(0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Postman.pause(3)).isEqualTo(Duration.ofMinutes(32));
        assertThat(Postman.pause(8)).isEqualTo(Duration.ofHours(6));
        assertThat(Postman.pause(200)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void onlyAnAddressThatTheServerRefusesIsGivenUp() throws AddressException {
        var nobody = new Address[] {new InternetAddress("nobody@maru.example")};
        var refused = new MailSendException(java.util.Map.of("mail", new SendFailedException("Invalid Addresses", new SendFailedException("550 no such person"), null, null, nobody)));
        var later = new MailSendException(java.util.Map.of("mail", new SendFailedException("Busy", new SendFailedException("451 come back"), null, nobody, null)));

        assertThat(MailServer.isForGood(refused)).isTrue();
        assertThat(MailServer.said(refused)).isEqualTo("550 no such person");
        assertThat(MailServer.isForGood(later)).isFalse();
        assertThat(MailServer.said(later)).isEqualTo("451 come back");
        assertThat(MailServer.isForGood(new MailSendException("Could not connect", new java.net.ConnectException("refused")))).isFalse();
    }
}
