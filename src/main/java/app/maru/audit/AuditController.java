package app.maru.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import app.maru.desk.CsvText;
import app.maru.identity.Act;
import app.maru.identity.AuditLog;
import app.maru.identity.Person;
import app.maru.identity.ProvedLately;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** The log of who did what: a page, and all of it as a file. */
@Controller
@RequestMapping("/audit")
@Requires(Right.ADMINISTER)
class AuditController {

    private static final int MOST = 100_000;
    private static final String HEAD = "at,event,person,email,address,agent,type,subject,title,before,after,place\r\n";

    private final AuditPages pages;
    private final Records records;
    private final AuditLog log;

    AuditController(AuditPages pages, Records records, AuditLog log) {
        this.pages = pages;
        this.records = records;
        this.log = log;
    }

    @GetMapping
    String all(@RequestParam Map<String, String> parameters, @AuthenticationPrincipal Person person, Model model) {
        model.addAttribute("page", pages.page(AuditQuery.of(parameters), person)).addAttribute("crumbs", List.of());
        return "audit/audit";
    }

    /** What a filter finds, at most {@value #MOST} rows; that somebody took it stands in the log too. */
    @ProvedLately
    @GetMapping("/csv")
    void csv(@RequestParam Map<String, String> parameters, @AuthenticationPrincipal Person person, HttpServletResponse response) throws IOException {
        var query = AuditQuery.of(parameters);
        log.write(Act.of("audit_exported", query.newest()));
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("audit.csv").build().toString());
        var file = response.getOutputStream();
        file.write(HEAD.getBytes(StandardCharsets.UTF_8));
        records.each(query, person.zone(), MOST, row -> write(file, line(row, person.zone())));
    }

    private static void write(OutputStream file, String line) {
        try {
            file.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Logged row, ZoneId zone) {
        return Stream.of(row.at().atZone(zone).toOffsetDateTime(), row.event(), row.person(), row.email(), row.address(), row.agent(), row.type(), row.subject(), row.title(),
            said(row.before()), said(row.after()), row.place()).map(AuditController::text).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : CsvText.quoted(value.toString());
    }

    private static String said(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + ": " + field.getValue()).collect(Collectors.joining("\n"));
    }
}
