package app.maru.mail;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The mail server, if there is one. */
@Component
public class MailServer {

    private final ObjectProvider<JavaMailSender> sender;
    private final @Nullable String from;
    private final @Nullable String host;
    private final boolean demo;
    private final Clock clock;

    MailServer(ObjectProvider<JavaMailSender> sender, MailProperties properties, Environment environment, Clock clock) {
        this.sender = sender;
        this.from = properties.from();
        this.host = environment.getProperty("spring.mail.host");
        this.demo = environment.getProperty("maru.demo", Boolean.class, false);
        this.clock = clock;
    }

    /** Whether mail can be sent: there is a server, and it is said who mail comes from. */
    public boolean isReady() {
        return host != null && !host.isBlank() && from != null && !from.isBlank();
    }

    /** Whether a demo shows what it cannot send. */
    public boolean isShownInstead() {
        return demo && !isReady();
    }

    /** Whether mail comes to those it is for, one way or the other. */
    public boolean reachesPeople() {
        return isReady() || isShownInstead();
    }

    public @Nullable String host() {
        return host;
    }

    public @Nullable String from() {
        return from;
    }

    /** Hands a letter to the server; the same mail has the same id each time, so that whoever gets it twice can tell. */
    void send(Mail mail, Written written) throws MessagingException {
        var mailer = sender.getObject();
        var message = mailer.createMimeMessage();
        write(message, mail, written);
        mailer.send(message);
    }

    private void write(MimeMessage message, Mail mail, Written written) throws MessagingException {
        var helper = new MimeMessageHelper(message, true, "UTF-8");
        var sender = sender();
        helper.setFrom(sender);
        helper.setTo(new InternetAddress(mail.letter().recipient(), true));
        helper.setSubject(written.subject());
        helper.setText(written.text(), written.html());
        helper.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", "<" + mail.id() + sender.getAddress().replaceFirst("^.*@", "@") + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.letter().language().getLanguage());
    }

    private InternetAddress sender() throws AddressException {
        var said = new InternetAddress(from, true);
        try {
            return new InternetAddress(said.getAddress(), said.getPersonal(), "UTF-8");
        } catch (UnsupportedEncodingException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Whether the server said that there is no such address: asking again is of no use. */
    static boolean isForGood(Exception failure) {
        return failure instanceof AddressException || reasons(failure).filter(SendFailedException.class::isInstance).map(SendFailedException.class::cast)
            .anyMatch(refused -> refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0);
    }

    /** What the server said, or what happened before it could. */
    static String said(Exception failure) {
        return reasons(failure).reduce((outer, inner) -> inner).map(inner -> inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage()).orElseThrow();
    }

    private static Stream<Exception> reasons(Exception failure) {
        var sent = failure instanceof MailSendException several ? Arrays.stream(several.getMessageExceptions()) : Stream.<Exception>empty();
        return Stream.concat(Stream.of(failure), Stream.concat(sent, Stream.ofNullable(failure.getCause()).filter(Exception.class::isInstance).map(Exception.class::cast))
            .flatMap(MailServer::chain));
    }

    private static Stream<Exception> chain(Exception failure) {
        return Stream.iterate(failure, reason -> reason != null, reason -> reason instanceof MessagingException told && told.getNextException() != null
            ? told.getNextException() : reason.getCause() instanceof Exception cause ? cause : null);
    }
}
