package app.maru.passkeys;

import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.ProvedLately;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.sessions.Device;

/** One's own passkeys: adding one, naming it, removing it. */
@Controller
@RequestMapping("/account/passkeys")
@Requires(Right.READ)
class OwnPasskeysController {

    private static final Logger LOG = LoggerFactory.getLogger(OwnPasskeysController.class);
    private static final String BACK = "redirect:/account#passkeys";

    private final Passkeys passkeys;
    private final Ceremonies ceremonies;
    private final Challenges challenges;

    OwnPasskeysController(Passkeys passkeys, Ceremonies ceremonies, Challenges challenges) {
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.challenges = challenges;
    }

    /** What this person's device is to do. */
    @PostMapping("/challenge")
    ResponseEntity<String> challenge(@AuthenticationPrincipal Person person) {
        return passkeys.isOpen() ? ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(ceremonies.creation(person, challenges.make(holder(person))))
            : ResponseEntity.notFound().build();
    }

    @ProvedLately
    @PostMapping
    String add(@RequestParam(defaultValue = "") String label, @RequestParam(defaultValue = "") String credential, @AuthenticationPrincipal Person person,
               HttpServletRequest request, RedirectAttributes next) {
        next.addFlashAttribute("toast", toast(label, credential, person, request));
        return BACK;
    }

    private Toast toast(String typed, String credential, Person person, HttpServletRequest request) {
        try {
            var challenge = challenges.take(holder(person)).filter(open -> passkeys.isOpen()).orElseThrow(() -> new PasskeyRefused("Nothing was asked", null));
            var label = label(typed, request);
            passkeys.add(person, challenge, credential, label);
            return Toast.saying("passkeys.added", label);
        } catch (PasskeyRefused | DuplicateKeyException e) {
            LOG.info("A passkey was not added: {}", e.getMessage());
            return Toast.saying("passkeys.not-added");
        }
    }

    /** What they call it, else what they sit at. */
    private static String label(String typed, HttpServletRequest request) {
        var label = Passkey.label(typed);
        return label.isEmpty() ? Passkey.label(Device.of(request.getHeader("User-Agent")).name() + " ") : label;
    }

    @PutMapping("/{id}")
    String rename(@PathVariable UUID id, @RequestParam(defaultValue = "") String label, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        var name = Passkey.label(label);
        boolean renamed = !name.isEmpty() && passkeys.rename(person, id, name).isPresent();
        next.addFlashAttribute("toast", renamed ? Toast.saying("passkeys.renamed", name) : Toast.saying(name.isEmpty() ? "passkeys.label.missing" : "passkeys.none-such"));
        return BACK;
    }

    @ProvedLately
    @DeleteMapping("/{id}")
    String remove(@PathVariable UUID id, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        next.addFlashAttribute("toast", switch (passkeys.remove(person, id)) {
            case REMOVED -> Toast.saying("passkeys.removed").undoneBy("delete", "/account/passkeys/" + id + "/removal", Map.of());
            case NONE -> Toast.saying("passkeys.none-such");
            case LAST_WAY_IN -> Toast.saying("passkeys.last-way-in");
        });
        return BACK;
    }

    @DeleteMapping("/{id}/removal")
    String restore(@PathVariable UUID id, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        next.addFlashAttribute("toast", passkeys.restore(person, id).map(key -> Toast.saying("passkeys.restored", key.label())).orElseGet(() -> Toast.saying("passkeys.none-such")));
        return BACK;
    }

    // of the person, whose session has another id once they have proved again that it is they
    private static String holder(Person person) {
        return "add:" + person.id();
    }
}
