package app.maru.ingest;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import app.maru.identity.Open;
import app.maru.identity.RequiresScope;
import app.maru.identity.Scope;
import app.maru.metrics.Posting;
import app.maru.metrics.Posting.Result;

/** Takes values of metrics from machines. */
@Controller
@RequestMapping("/ingest/v1")
class MetricsIngestController {

    private final Posting posting;
    private final PostedMetrics posted;

    MetricsIngestController(Posting posting, PostedMetrics posted) {
        this.posting = posting;
        this.posted = posted;
    }

    /** What can be sent here and what is answered, as OpenAPI. */
    @Open
    @GetMapping("/openapi.json")
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new ClassPathResource("ingest/openapi.json"));
    }

    @PostMapping("/metrics")
    @RequiresScope(Scope.METRICS_WRITE)
    ResponseEntity<Map<String, Object>> metrics(HttpServletRequest request) throws IOException {
        return switch (posted.read(request.getContentType(), request.getInputStream())) {
            case PostedMetrics.Read.Items items -> answer(posting.post(items.items()));
            case PostedMetrics.Read.Unreadable wrong -> problem(wrong.status(), wrong.code(), wrong.detail(), Map.of());
        };
    }

    private static ResponseEntity<Map<String, Object>> answer(List<Result> results) {
        long refused = results.stream().filter(result -> !result.isKept()).count();
        long accepted = results.stream().filter(result -> result.code().equals("accepted")).count();
        var counts = Map.<String, Object>of("accepted", accepted, "known", results.size() - refused - accepted, "refused", refused, "results", results);
        return refused == 0 ? ResponseEntity.ok(counts) : problem(HttpStatus.UNPROCESSABLE_CONTENT, "some_refused",
            refused + " of " + results.size() + " values were refused, as the results say; the others are kept.", counts);
    }

    private static ResponseEntity<Map<String, Object>> problem(HttpStatus status, String code, String detail, Map<String, Object> more) {
        var problem = new LinkedHashMap<String, Object>(Map.of("type", "about:blank", "title", status.getReasonPhrase(), "status", status.value(), "code", code, "detail", detail));
        problem.putAll(more);
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
