package app.maru.metrics;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.desk.Crumb;
import app.maru.desk.Input;
import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** What is measured: the tiles, and adding, changing and putting away what admins measure themselves. */
@Controller
@RequestMapping("/metrics")
@Requires(Right.ADMINISTER)
class MetricsController {

    private final Definitions definitions;
    private final Tiles tiles;
    private final MetricForms forms;
    private final MetricActs acts;

    MetricsController(Definitions definitions, Tiles tiles, MetricForms forms, MetricActs acts) {
        this.definitions = definitions;
        this.acts = acts;
        this.tiles = tiles;
        this.forms = forms;
    }

    @GetMapping
    String all(@RequestParam(defaultValue = "") String category, Model model) {
        var metrics = definitions.all();
        model.addAttribute("categories", Tiles.categories(metrics)).addAttribute("category", category).addAttribute("groups", tiles.byCategory(metrics, category))
            .addAttribute("archived", definitions.archived()).addAttribute("crumbs", List.of());
        return "metrics/metrics";
    }

    @GetMapping("/new")
    String fresh(Model model) {
        return form(null, MetricForm.typed(Map.of()), Map.of(), model);
    }

    @PostMapping
    String add(@RequestParam Map<String, String> sent, @AuthenticationPrincipal Person person, Model model, HttpServletResponse response, RedirectAttributes next) {
        var form = MetricForm.typed(sent);
        var reading = forms.read(form, null);
        if (reading.metric() == null) {
            return refused(null, form, reading.wrong(), model, response);
        }
        if (definitions.own() >= Definitions.MOST) {
            return refused(null, form, Map.of(MetricForm.LABEL, forms.say("metrics.problem.many", Definitions.MOST)), model, response);
        }
        var added = acts.add(reading.metric(), person.id());
        if (added.isEmpty()) {
            return refused(null, form, Map.of(MetricForm.KEY, forms.say("metrics.problem.taken", reading.metric().key())), model, response);
        }
        next.addFlashAttribute("toast", Toast.saying("metrics.added", added.get().label()));
        return "redirect:" + added.get().address();
    }

    @GetMapping("/{key}/edit")
    String edit(@PathVariable String key, Model model) {
        var metric = metric(key);
        return form(metric, MetricForm.of(metric), Map.of(), model);
    }

    @PutMapping("/{key}")
    String save(@PathVariable String key, @RequestParam int version, @RequestParam Map<String, String> sent, Model model, HttpServletResponse response, RedirectAttributes next) {
        var metric = metric(key);
        var form = MetricForm.typed(sent);
        var reading = forms.read(form, metric);
        if (reading.metric() == null) {
            return refused(metric, form, reading.wrong(), model, response);
        }
        if (version != metric.version() || !acts.save(metric, reading.metric())) {
            response.setStatus(HttpStatus.CONFLICT.value());
            var now = metric(key);
            model.addAttribute("overtaken", forms.inputs(MetricForm.of(now), Map.of(), now).values().stream()
                .filter(input -> !input.value().equals(form.text(input.path()))).toList());
            return form(now, form, Map.of(), model);
        }
        next.addFlashAttribute("toast", Toast.saying("metrics.saved"));
        return "redirect:" + metric.address();
    }

    @PutMapping("/{key}/archive")
    String archive(@PathVariable String key, RedirectAttributes next) {
        var metric = metric(key);
        if (acts.archive(metric, true)) {
            next.addFlashAttribute("toast", Toast.saying("metrics.archived", metric.label()).undoneBy("delete", metric.address() + "/archive", Map.of()));
        }
        return "redirect:/metrics";
    }

    @DeleteMapping("/{key}/archive")
    String restore(@PathVariable String key, RedirectAttributes next) {
        var metric = metric(key);
        if (definitions.own() >= Definitions.MOST) {
            next.addFlashAttribute("toast", Toast.saying("metrics.problem.many", String.valueOf(Definitions.MOST)));
        } else if (acts.archive(metric, false)) {
            next.addFlashAttribute("toast", Toast.saying("metrics.restored", metric.label()));
        }
        return "redirect:" + metric.address();
    }

    private String refused(@Nullable Metric metric, MetricForm form, Map<String, String> wrong, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(metric, form, wrong, model);
    }

    private String form(@Nullable Metric metric, MetricForm form, Map<String, String> wrong, Model model) {
        var above = new Crumb("/metrics", forms.say("metrics.title"));
        var inputs = forms.inputs(form, wrong, metric);
        model.addAttribute("metric", metric).addAttribute("inputs", inputs)
            .addAttribute("problems", inputs.values().stream().filter(input -> !input.errors().isEmpty()).map(this::problem).toList()).addAttribute("categories", Tiles.categories(definitions.all()))
            .addAttribute("crumbs", metric == null ? List.of(above) : List.of(above, new Crumb(metric.address(), metric.label(LocaleContextHolder.getLocale()))));
        return "metrics/form";
    }

    /** Something wrong, and where. */
    record Problem(String href, String text) {}

    private Problem problem(Input input) {
        return new Problem("#" + input.id(), forms.say(input.labelKey()) + ": " + input.errors().getFirst());
    }

    private Metric metric(String key) {
        return definitions.at(key).orElseThrow(() -> new NoSuchMetric(key));
    }
}
