package app.maru.mail;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** Mails. */
@Component
class MailData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.erased("mail_outbox", "profile_id").hiding("link", "code"),
            Holding.erasedByAddress("mail_outbox", "recipient").hiding("link", "code"));
    }
}
