package app.maru.profiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.desk.Crumb;
import app.maru.desk.Input;
import app.maru.desk.Toast;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.profiles.Profile.Status;
import app.maru.profiles.Profiles.Query;
import app.maru.profiles.Profiles.Saving;

/** Everybody whom the platform knows, and a page for each. */
@Controller
@RequestMapping("/profiles")
@Requires(Right.ADMINISTER)
class ProfilesController {

    private static final int SHOWN = 6;
    private static final int INVOICES = 50;
    private static final int LONGEST_SEARCH = 200;

    private final Profiles profiles;
    private final Dealings dealings;
    private final ProfileForm form;
    private final List<ProfilePart> parts;
    private final MessageSource messages;

    ProfilesController(Profiles profiles, Dealings dealings, ProfileForm form, List<ProfilePart> parts, MessageSource messages) {
        this.profiles = profiles;
        this.dealings = dealings;
        this.form = form;
        this.parts = parts;
        this.messages = messages;
    }

    @GetMapping
    String all(@RequestParam(defaultValue = "") String search, @RequestParam(defaultValue = "") String status,
               @RequestParam(required = false) @Nullable UUID before, @RequestParam(required = false) @Nullable UUID after, Model model) {
        var wanted = search.replace("\0", "").strip();
        var query = new Query(wanted.substring(0, Math.min(wanted.length(), LONGEST_SEARCH)), status.isEmpty() ? null : status(status), before, after);
        var counts = profiles.counts(query.search());
        model.addAttribute("query", query).addAttribute("page", profiles.page(query)).addAttribute("counts", counts).addAttribute("statuses", Status.values())
            .addAttribute("total", counts.values().stream().mapToInt(Integer::intValue).sum()).addAttribute("counted", Profiles.COUNTED).addAttribute("crumbs", List.of());
        return "profiles/profiles";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Model model) {
        var profile = profiles.profile(id).orElseThrow(() -> new NoSuchProfile(id));
        return page(profile, form.inputs(profile, profile.details(), profile.status(), null, null), model);
    }

    private String page(Profile profile, List<Input> inputs, Model model) {
        var invoices = dealings.invoices(profile.id(), null, SHOWN + 1);
        model.addAttribute("profile", profile).addAttribute("inputs", inputs).addAttribute("plan", dealings.plan(profile.id()).orElse(null))
            .addAttribute("methods", dealings.paymentMethods(profile.id())).addAttribute("projects", dealings.projects(profile.id(), SHOWN))
            .addAttribute("invoices", invoices.subList(0, Math.min(SHOWN, invoices.size()))).addAttribute("moreInvoices", invoices.size() > SHOWN)
            .addAttribute("parts", parts.stream().map(part -> part.of(profile.id())).toList()).addAttribute("crumbs", List.of(crumb()));
        return "profiles/profile";
    }

    @GetMapping("/{id}/invoices")
    String invoices(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID after, Model model) {
        var profile = profiles.profile(id).orElseThrow(() -> new NoSuchProfile(id));
        var found = dealings.invoices(id, after, INVOICES + 1);
        var page = found.subList(0, Math.min(INVOICES, found.size()));
        model.addAttribute("profile", profile).addAttribute("invoices", page).addAttribute("next", found.size() > INVOICES ? page.getLast().id() : null)
            .addAttribute("first", after == null).addAttribute("crumbs", List.of(crumb(), new Crumb("/profiles/" + id, profile.title())));
        return "profiles/invoices";
    }

    @PutMapping("/{id}")
    String change(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String status, @Valid @ModelAttribute("details") Details details,
                  BindingResult errors, Model model, HttpServletResponse response, RedirectAttributes next) {
        var profile = profiles.profile(id).orElseThrow(() -> new NoSuchProfile(id));
        var wanted = status.isEmpty() ? profile.status() : status(status);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("version", version);
            return page(profile, form.inputs(profile, details, wanted, errors, null), model);
        }
        return switch (profiles.save(id, version, wanted, details)) {
            case Saving.Saved saved -> {
                next.addFlashAttribute("toast", Toast.saying("profiles.saved"));
                yield "redirect:/profiles/" + id;
            }
            case Saving.Overtaken overtaken -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("overtaken", differences(overtaken.now(), wanted, details));
                yield page(overtaken.now(), form.inputs(overtaken.now(), details, wanted, null, null), model);
            }
            case Saving.EmailTaken taken -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("version", version);
                yield page(profile, form.inputs(profile, details, wanted, null, say("profiles.email.taken", taken.holder())), model);
            }
        };
    }

    /** What stands at each place where the form says something else. */
    private List<Difference> differences(Profile now, Status status, Details typed) {
        var stored = form.inputs(now, now.details(), now.status(), null, null);
        var wanted = form.inputs(now, typed, status, null, null);
        var differences = new ArrayList<Difference>();
        for (int i = 0; i < stored.size(); i++) {
            if (!Objects.equals(stored.get(i).value(), wanted.get(i).value())) {
                differences.add(new Difference(stored.get(i), shown(stored.get(i))));
            }
        }
        return differences;
    }

    private String shown(Input input) {
        return input.choices().stream().filter(choice -> choice.value().equals(input.value()) && choice.messageKey() != null)
            .map(choice -> say(choice.messageKey())).findFirst().orElse(input.value());
    }

    /** A place at which somebody else saved another text. */
    record Difference(Input input, String text) {}

    private static Status status(String key) {
        return Arrays.stream(Status.values()).filter(status -> status.key().equals(key)).findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private Crumb crumb() {
        return new Crumb("/profiles", say("profiles.title"));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
