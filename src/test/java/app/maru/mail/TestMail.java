package app.maru.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The mail server of the tests, one for all of them: each looks for what came to addresses of its own. */
public final class TestMail {

    private static final GreenMail SERVER = started();
    private static final long PATIENCE = 30_000;

    private TestMail() {
    }

    private static GreenMail started() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    static int port() {
        return SERVER.getSmtp().getPort();
    }

    /** Has a test's Maru send through this server. */
    static void into(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", TestMail::port);
        properties.add("maru.mail.from", () -> "마루 <desk@maru.example>");
    }

    /** What has come to that address until now, the oldest first. */
    public static List<Received> all(String recipient) {
        return Stream.of(SERVER.getReceivedMessages()).filter(message -> isTo(recipient, message)).map(Received::of).toList();
    }

    /** The mail to that address with that many before it, as soon as it has come. */
    public static Received await(String recipient, int before) {
        long end = System.nanoTime() + PATIENCE * 1_000_000;
        var found = all(recipient);
        while (found.size() <= before && System.nanoTime() < end) {
            SERVER.waitForIncomingEmail(250, SERVER.getReceivedMessages().length + 1);
            found = all(recipient);
        }
        if (found.size() <= before) {
            throw new AssertionError("No mail has come to " + recipient);
        }
        return found.get(before);
    }

    /** The first mail to that address, as soon as it has come. */
    public static Received await(String recipient) {
        return await(recipient, 0);
    }

    private static boolean isTo(String recipient, MimeMessage message) {
        try {
            return Arrays.stream(message.getAllRecipients()).anyMatch(address -> address.toString().equalsIgnoreCase(recipient));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A mail as it came. */
    public record Received(MimeMessage message, String subject, String text, String html) {

        static Received of(MimeMessage message) {
            try {
                return new Received(message, message.getSubject(), part(message, "text/plain"), part(message, "text/html"));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The address that the text leads to, without its host. */
        public String link() {
            return text.lines().filter(line -> line.matches("https?://\\S+")).findFirst().orElseThrow().replaceFirst("^https?://[^/]+", "");
        }

        /** The code that the text names. */
        public String code() {
            return text.lines().filter(line -> line.startsWith("Code: ") || line.startsWith("인증 코드: ")).findFirst().orElseThrow().replaceFirst("^.*: ", "");
        }

        public String header(String name) {
            try {
                return String.join("\n", message.getHeader(name) == null ? new String[0] : message.getHeader(name));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String part(jakarta.mail.Part part, String type) throws MessagingException, IOException {
            if (part.isMimeType(type)) {
                return part.getContent().toString().replace("\r\n", "\n");
            }
            return part.getContent() instanceof Multipart several ? IntStream.range(0, several.getCount()).mapToObj(place -> of(several, place, type))
                .filter(found -> !found.isEmpty()).findFirst().orElse("") : "";
        }

        private static String of(Multipart several, int place, String type) {
            try {
                BodyPart found = several.getBodyPart(place);
                return part(found, type);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
