package app.maru.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.desk.Input;
import app.maru.desk.Input.Choice;
import app.maru.desk.Toast;
import app.maru.identity.People;
import app.maru.identity.Person;
import app.maru.identity.ProvedLately;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.identity.Scope;
import app.maru.identity.Token;
import app.maru.identity.Tokens;

/** The tokens of machines: made, shown once, seen and revoked by admins. */
@ProvedLately
@Controller
@RequestMapping("/tokens")
@Requires(Right.ADMINISTER)
class TokensController {

    private static final List<Integer> DAYS = List.of(30, 90, 365, 0);

    private final Tokens tokens;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;

    TokensController(Tokens tokens, People people, MessageSource messages, Clock clock) {
        this.tokens = tokens;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    /** A token as it is listed: holds, expired or revoked. */
    record Row(Token token, String state, @Nullable String by) {}

    @GetMapping
    String all(Model model) {
        return page("", Scope.METRICS_WRITE.key(), DAYS.get(1), null, model);
    }

    /** What the machine shows is said by this answer alone, and kept nowhere: no page is redirected to. */
    @PostMapping
    String make(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String scope, @RequestParam(defaultValue = "90") int days,
                @AuthenticationPrincipal Person person, HttpServletResponse response, Model model) {
        var wanted = name.replace("\0", "").strip();
        var chosen = Stream.of(Scope.values()).filter(one -> one.key().equals(scope)).findFirst();
        if (wanted.isEmpty() || wanted.codePointCount(0, wanted.length()) > Tokens.LONGEST_NAME || chosen.isEmpty() || !DAYS.contains(days)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(wanted, scope, days, say("tokens.problem.name", Tokens.LONGEST_NAME), model);
        }
        model.addAttribute("made", tokens.make(wanted, Set.of(chosen.get()), days == 0 ? null : Duration.ofDays(days), person));
        return all(model);
    }

    @DeleteMapping("/{id}")
    String revoke(@PathVariable UUID id, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        tokens.revoke(id, person).ifPresent(token -> next.addFlashAttribute("toast", Toast.saying("tokens.revoked", token.name())));
        return "redirect:/tokens";
    }

    private String page(String name, String scope, int days, @Nullable String wrong, Model model) {
        var all = tokens.all();
        var names = people.names(all.stream().map(Token::by).filter(Objects::nonNull).collect(Collectors.toSet()));
        model.addAttribute("tokens", all.stream().map(token -> row(token, names)).toList()).addAttribute("crumbs", List.of()).addAttribute("inputs", List.of(
            Input.of("line", "name", "tokens.name", name).help("tokens.name.help").atMost(Tokens.LONGEST_NAME).wrong(wrong == null ? List.of() : List.of(wrong)),
            Input.of("choice", "scope", "tokens.scope", scope).among(Stream.of(Scope.values()).map(one -> new Choice(one.key(), "tokens.scope." + one.key())).toList()),
            Input.of("choice", "days", "tokens.expires", String.valueOf(days)).among(DAYS.stream().map(one -> new Choice(String.valueOf(one), "tokens.days." + one)).toList())));
        return "ingest/tokens";
    }

    private Row row(Token token, Map<UUID, String> names) {
        return new Row(token, token.revokedAt() != null ? "revoked" : token.holds(clock.instant()) ? "holds" : "expired", token.by() == null ? null : names.get(token.by()));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
