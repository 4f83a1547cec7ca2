package app.maru.mail;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** For tests whose Maru sends mail to {@link TestMail}; those that ask for the same otherwise share one. */
public interface MailArrives {

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        TestMail.into(properties);
    }
}
