package app.maru.social;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.desk.Crumb;
import app.maru.desk.Input;
import app.maru.desk.Toast;
import app.maru.identity.DeskAddress;
import app.maru.identity.ProvedLately;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.social.SettingUp.Outcome;

/** The providers with which people sign in, as admins set them up. */
@Controller
@RequestMapping("/sign-in/providers")
@Requires(Right.ADMINISTER)
@ProvedLately
class ProvidersController {

    private final Providers providers;
    private final SettingUp settingUp;
    private final DeskAddress desk;
    private final MessageSource messages;

    ProvidersController(Providers providers, SettingUp settingUp, DeskAddress desk, MessageSource messages) {
        this.providers = providers;
        this.settingUp = settingUp;
        this.desk = desk;
        this.messages = messages;
    }

    /** A provider as it is listed: on, off, locked when its secret cannot be read, or none. */
    record Row(Provider provider, String state, @Nullable SetUp setUp) {}

    @GetMapping
    String all(Model model) {
        var known = providers.all();
        model.addAttribute("providers", Stream.of(Provider.values()).map(provider -> row(provider, known.stream().filter(one -> one.provider() == provider).findFirst())).toList())
            .addAttribute("canKeep", providers.canKeepSecrets()).addAttribute("crumbs", List.of(new Crumb("/sign-in/ways", say("signin.ways"))));
        return "social/providers";
    }

    private Row row(Provider provider, Optional<SetUp> setUp) {
        return new Row(provider, setUp.map(one -> providers.secret(one).isEmpty() ? "locked" : one.enabled() ? "on" : "off").orElse("none"), setUp.orElse(null));
    }

    /** Who may change it is asked before they type: a secret is never kept while somebody proves who they are. */
    @GetMapping("/{provider}")
    @ProvedLately
    String one(@PathVariable String provider, Model model) {
        var known = named(provider);
        return page(known, providers.find(known).map(ProviderForm::of).orElseGet(ProviderForm::empty), List.of(), model);
    }

    /** A secret is not sent back, whether it was right or not; a form that has lost its own is not taken for one that leaves it as it is. */
    @PutMapping("/{provider}")
    String keep(@PathVariable String provider, @RequestParam(defaultValue = "") String clientId, @RequestParam(required = false) @Nullable String secret, @RequestParam(defaultValue = "") String teamId,
                @RequestParam(defaultValue = "") String keyId, @RequestParam(defaultValue = "0") int version, HttpServletResponse response, Model model, RedirectAttributes next) {
        var known = named(provider);
        var form = ProviderForm.typed(clientId, secret, teamId, keyId, version);
        var wrong = form.wrong(known, secret != null && providers.find(known).flatMap(providers::secret).isPresent());
        if (!wrong.isEmpty() || !providers.canKeepSecrets()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(known, form, wrong, model);
        }
        var outcome = settingUp.keep(known, form);
        return outcome == Outcome.DONE ? done("kept", known, next) : refused(known, form, outcome, response, model);
    }

    @PutMapping("/{provider}/activation")
    String open(@PathVariable String provider, RedirectAttributes next) {
        settingUp.turn(named(provider), true);
        return done("on", named(provider), next);
    }

    @DeleteMapping("/{provider}/activation")
    String close(@PathVariable String provider, HttpServletResponse response, Model model, RedirectAttributes next) {
        return outcome(settingUp.turn(named(provider), false), "off", named(provider), response, model, next);
    }

    @DeleteMapping("/{provider}")
    String remove(@PathVariable String provider, HttpServletResponse response, Model model, RedirectAttributes next) {
        return outcome(settingUp.remove(named(provider)), "removed", named(provider), response, model, next);
    }

    private String outcome(Outcome outcome, String done, Provider provider, HttpServletResponse response, Model model, RedirectAttributes next) {
        return outcome == Outcome.DONE ? done(done, provider, next)
            : refused(provider, providers.find(provider).map(ProviderForm::of).orElseGet(ProviderForm::empty), outcome, response, model);
    }

    private String refused(Provider provider, ProviderForm form, Outcome outcome, HttpServletResponse response, Model model) {
        response.setStatus((outcome == Outcome.OVERTAKEN ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        model.addAttribute("refused", outcome.key());
        return page(provider, form, List.of(), model);
    }

    private String done(String what, Provider provider, RedirectAttributes next) {
        next.addFlashAttribute("toast", Toast.saying("social.done." + what, say(provider.nameKey())));
        return "redirect:/sign-in/providers";
    }

    private String page(Provider provider, ProviderForm form, List<String> wrong, Model model) {
        var now = providers.find(provider);
        model.addAllAttributes(Map.of("provider", provider, "form", form, "wrong", wrong, "back", desk.of(provider.back()), "canKeep", providers.canKeepSecrets(),
            "row", row(provider, now), "moved", now.filter(one -> !one.redirectUri().equals(desk.of(provider.back()))).isPresent(), "inputs", inputs(provider, form, wrong),
            "crumbs", List.of(new Crumb("/sign-in/ways", say("signin.ways")), new Crumb("/sign-in/providers", say("social.title")))));
        return "social/provider";
    }

    private List<Input> inputs(Provider provider, ProviderForm form, List<String> wrong) {
        var client = input("clientId", form.clientId(), provider, wrong);
        return provider.isApple() ? List.of(client, input("teamId", form.teamId(), provider, wrong), input("keyId", form.keyId(), provider, wrong)) : List.of(client);
    }

    private Input input(String path, String value, Provider provider, List<String> wrong) {
        var key = path.equals("clientId") ? "social.clientId." + provider.key() : "social." + path;
        return Input.of("line", path, key, value).help(key + ".help").wrong(wrong.contains(path) ? List.of(say(key + ".wrong")) : List.of());
    }

    private static Provider named(String key) {
        return Provider.named(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
