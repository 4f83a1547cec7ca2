package app.maru.staff;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import app.maru.identity.DeskAddress;
import app.maru.identity.Person;
import app.maru.mail.Letter;
import app.maru.mail.MailServer;
import app.maru.mail.Outbox;

/** Brings an invitation to whom it is for: by mail, or by the admin who made it, where no mail is sent. */
@Component
class Welcome {

    private final DeskAddress desk;
    private final MailServer mail;
    private final Outbox outbox;
    private final MessageSource messages;

    Welcome(DeskAddress desk, MailServer mail, Outbox outbox, MessageSource messages) {
        this.desk = desk;
        this.mail = mail;
        this.outbox = outbox;
        this.messages = messages;
    }

    /** Posts the link, within the transaction that makes it. */
    void post(Staffing.Invited invited, Person by) {
        if (goesByMail(invited)) {
            var language = LocaleContextHolder.getLocale();
            var role = messages.getMessage("role." + invited.member().role().wireName(), null, language);
            outbox.post(Letter.to(invited.member().email(), language, "invitation").concerning(invited.member().id()).about(by.name(), role)
                .leadingTo(address(invited), invited.link().until()));
        }
    }

    /** Puts the link on the page that answers, once, or that it goes by mail. */
    void show(Staffing.Invited invited, Model model) {
        model.addAttribute("invited", invited.member()).addAttribute("link", goesByMail(invited) ? null : address(invited)).addAttribute("until", invited.link().until());
    }

    private boolean goesByMail(Staffing.Invited invited) {
        return mail.isReady() && Letter.canReach(invited.member().email());
    }

    private String address(Staffing.Invited invited) {
        return desk.of("/invitation?token=" + invited.link().token());
    }
}
