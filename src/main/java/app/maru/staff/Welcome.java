package app.maru.staff;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import app.maru.identity.DeskAddress;

/** Brings an invitation to whom it is for: the admin who made it hands its link over. */
@Component
class Welcome {

    private final DeskAddress desk;

    Welcome(DeskAddress desk) {
        this.desk = desk;
    }

    /** Puts the link on the page that answers, once. */
    void show(Staffing.Invited invited, Model model) {
        model.addAttribute("invited", invited.member()).addAttribute("link", desk.of("/invitation?token=" + invited.link().token()))
            .addAttribute("until", invited.link().until());
    }
}
