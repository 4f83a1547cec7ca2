package app.maru.metrics;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

import app.maru.desk.Crumb;
import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.metrics.MetricPages.Page;

/** The page of one metric: its course, and the values that people type. */
@Controller
@RequestMapping("/metrics/{key}")
@Requires(Right.ADMINISTER)
class MetricController {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Metrics metrics;
    private final Samples samples;
    private final MetricPages pages;
    private final Entering entering;
    private final MetricForms forms;
    private final MetricActs acts;

    MetricController(Metrics metrics, Samples samples, MetricPages pages, Entering entering, MetricForms forms, MetricActs acts) {
        this.metrics = metrics;
        this.samples = samples;
        this.pages = pages;
        this.entering = entering;
        this.forms = forms;
        this.acts = acts;
    }

    /** Tasks know a metric by its id. */
    @GetMapping
    String one(@PathVariable String key, @RequestParam(defaultValue = "") String range, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to,
               @AuthenticationPrincipal Person person, Model model) {
        if (ID.matcher(key).matches()) {
            var named = metrics.withIds(List.of(UUID.fromString(key))).values().stream().findFirst();
            return "redirect:" + named.orElseThrow(() -> new NoSuchMetric(key)).address();
        }
        var metric = metric(key);
        return view(pages.page(metric, pages.asked(range, from, to, person), person), model);
    }

    @GetMapping("/csv")
    ResponseEntity<byte[]> csv(@PathVariable String key, @RequestParam(defaultValue = "") String range, @RequestParam(defaultValue = "") String from,
                               @RequestParam(defaultValue = "") String to, @AuthenticationPrincipal Person person) {
        var metric = metric(key);
        var asked = pages.asked(range, from, to, person).range();
        var lines = metric.isNumber() ? Csv.of(metrics.series(metric, asked))
            : Csv.of(samples.before(key, asked.to().toInstant(), asked.from().toInstant(), MetricPages.VALUES), person.zone());
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=utf-8")
            .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(key + "-" + asked.from().toLocalDate() + ".csv").build().toString())
            .body(lines.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes a value; one that stands at the same minute gives way to it. */
    @PostMapping("/values")
    String enter(@PathVariable String key, @RequestParam(defaultValue = "") String value, @RequestParam(defaultValue = "") String at, @AuthenticationPrincipal Person person,
                 Model model, HttpServletResponse response, RedirectAttributes next) {
        var metric = metric(key);
        if (metric.builtIn() || metric.archived()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return view(pages.page(metric, pages.asked("", "", "", person), person), model);
        }
        var reading = entering.read(metric, value.replace("\0", "").strip(), at.strip(), person.zone());
        if (reading.sample() == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return view(pages.page(metric, pages.asked("", "", "", person), value, at, reading.wrong(), person), model);
        }
        acts.enter(metric, reading.sample());
        next.addFlashAttribute("toast", Toast.saying("metrics.entered").undoneBy("delete", metric.address() + "/values", Map.of("moment", reading.sample().at().toString())));
        return "redirect:" + metric.address();
    }

    @DeleteMapping("/values")
    String remove(@PathVariable String key, @RequestParam Instant moment, RedirectAttributes next) {
        var metric = metric(key);
        if (!metric.builtIn() && acts.remove(metric, moment)) {
            next.addFlashAttribute("toast", Toast.saying("metrics.removed"));
        }
        return "redirect:" + metric.address();
    }

    private String view(Page page, Model model) {
        model.addAttribute("page", page).addAttribute("label", page.metric().label(LocaleContextHolder.getLocale())).addAttribute("names", Range.NAMES)
            .addAttribute("crumbs", List.of(new Crumb("/metrics", forms.say("metrics.title"))));
        return "metrics/metric";
    }

    private Metric metric(String key) {
        return metrics.find(key).orElseThrow(() -> new NoSuchMetric(key));
    }
}
