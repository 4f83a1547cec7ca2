package app.maru.staff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
import app.maru.desk.Input.Choice;
import app.maru.desk.Input;
import app.maru.desk.Toast;
import app.maru.factors.SecondFactors;
import app.maru.identity.Colleague;
import app.maru.identity.OpenWork;
import app.maru.identity.People;
import app.maru.identity.Person;
import app.maru.identity.ProvedLately;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.staff.Staffing.Outcome;

/** One of the staff: their role, whether they may come in, and what they leave. */
@ProvedLately
@Controller
@RequestMapping("/staff/{id}")
@Requires(Right.ADMINISTER)
class MemberController {

    private final Staff staff;
    private final Staffing staffing;
    private final Welcome welcome;
    private final People people;
    private final SecondFactors factors;
    private final List<OpenWork> work;
    private final MessageSource messages;

    MemberController(Staff staff, Staffing staffing, Welcome welcome, People people, SecondFactors factors, List<OpenWork> work, MessageSource messages) {
        this.staff = staff;
        this.staffing = staffing;
        this.welcome = welcome;
        this.people = people;
        this.factors = factors;
        this.work = List.copyOf(work);
        this.messages = messages;
    }

    @GetMapping
    String page(@PathVariable UUID id, @AuthenticationPrincipal Person person, Model model) {
        var member = staff.member(id);
        model.addAttribute("member", member).addAttribute("self", id.equals(person.id())).addAttribute("role", RoleChoice.showing(member.role().wireName()))
            .addAttribute("hasSecondFactor", factors.areSetUp(id)).addAttribute("work", work(id)).addAttribute("successor", successors(id, "successor"))
            .addAttribute("leaving", successors(id, "leaving")).addAttribute("crumbs", List.of(new Crumb("/staff", say("staff.title"))));
        return "staff/member";
    }

    /** How much of each they have, without what they have none of. */
    private Map<String, Integer> work(UUID id) {
        var found = new LinkedHashMap<String, Integer>();
        work.forEach(one -> found.put(one.key(), one.of(id)));
        found.values().removeIf(count -> count == 0);
        return found;
    }

    private Input successors(UUID id, String path) {
        var choices = new ArrayList<>(List.of(new Choice("", "staff.successor.nobody")));
        possible(id).forEach(colleague -> choices.add(Choice.called(colleague.id().toString(), colleague.name())));
        return Input.of("choice", path, "staff." + path, "").among(choices);
    }

    private Stream<Colleague> possible(UUID id) {
        return people.colleagues(Right.WRITE).stream().filter(colleague -> !colleague.id().equals(id));
    }

    @PutMapping("/invitation")
    String inviteAgain(@PathVariable UUID id, @AuthenticationPrincipal Person person, Model model, RedirectAttributes next) {
        var invited = staffing.inviteAgain(id, person);
        invited.ifPresent(one -> welcome.show(one, model));
        return invited.isPresent() ? page(id, person, model) : answered(id, Outcome.NOT_SO, "invited", next);
    }

    @PutMapping("/role")
    String role(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String role, @AuthenticationPrincipal Person person, Model model,
                HttpServletResponse response, RedirectAttributes next) {
        var wanted = RoleChoice.of(role).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return answered(id, staffing.changeRole(id, version, wanted), "role", person, model, response, next);
    }

    @PutMapping("/suspension")
    String suspend(@PathVariable UUID id, @AuthenticationPrincipal Person person, Model model, HttpServletResponse response, RedirectAttributes next) {
        return answered(id, staffing.suspend(id, person), "suspended", person, model, response, next);
    }

    @DeleteMapping("/suspension")
    String resume(@PathVariable UUID id, RedirectAttributes next) {
        return answered(id, staffing.letIn(id), "let-in", next);
    }

    @PutMapping("/deactivation")
    String deactivate(@PathVariable UUID id, @RequestParam(defaultValue = "") String leaving, @AuthenticationPrincipal Person person, Model model,
                      HttpServletResponse response, RedirectAttributes next) {
        return answered(id, staffing.deactivate(id, leaving.isEmpty() ? null : chosen(id, leaving), person), "deactivated", person, model, response, next);
    }

    @DeleteMapping("/deactivation")
    String reinstate(@PathVariable UUID id, RedirectAttributes next) {
        return answered(id, staffing.letIn(id), "let-in", next);
    }

    /** Takes the second factor from who has lost it; one's own is looked after on one's account. */
    @DeleteMapping("/second-factor")
    String takeSecondFactor(@PathVariable UUID id, @AuthenticationPrincipal Person person, Model model, HttpServletResponse response, RedirectAttributes next) {
        var outcome = id.equals(person.id()) ? Outcome.ONESELF : factors.take(id, staff.member(id).title()) ? Outcome.DONE : Outcome.NOT_SO;
        return answered(id, outcome, "factor-taken", person, model, response, next);
    }

    @PutMapping("/successor")
    String handOver(@PathVariable UUID id, @RequestParam(defaultValue = "") String successor, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        next.addFlashAttribute("toast", successor.isEmpty() ? Toast.saying("staff.done.handed-over.nobody")
            : Toast.saying("staff.done.handed-over", String.valueOf(staffing.handOver(staff.member(id).id(), chosen(id, successor), person))));
        return "redirect:/staff/" + id;
    }

    private UUID chosen(UUID id, String successor) {
        return possible(id).map(Colleague::id).filter(one -> one.toString().equals(successor)).findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private String answered(UUID id, Outcome outcome, String done, Person person, Model model, HttpServletResponse response, RedirectAttributes next) {
        if (outcome == Outcome.DONE || outcome == Outcome.NOT_SO) {
            return answered(id, outcome, done, next);
        }
        response.setStatus((outcome == Outcome.OVERTAKEN ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        model.addAttribute("refused", outcome.key());
        return page(id, person, model);
    }

    private String answered(UUID id, Outcome outcome, String done, RedirectAttributes next) {
        next.addFlashAttribute("toast", outcome == Outcome.DONE ? Toast.saying("staff.done." + done, staff.member(id).title()) : Toast.saying("staff.not-so"));
        return "redirect:/staff/" + id;
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
