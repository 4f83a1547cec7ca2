package app.maru.privacy;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import app.maru.identity.Person;
import app.maru.identity.ProvedLately;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** What is kept of oneself. */
@Controller
@Requires(Right.READ)
class OwnPersonalDataController {

    private final Subjects subjects;
    private final Archive archive;

    OwnPersonalDataController(Subjects subjects, Archive archive) {
        this.subjects = subjects;
        this.archive = archive;
    }

    @ProvedLately
    @GetMapping("/account/personal-data")
    void zip(@AuthenticationPrincipal Person person, Locale language, HttpServletResponse response) throws IOException {
        archive.send(subjects.known(person.id()), language, response);
    }
}
