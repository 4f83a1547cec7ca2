package app.maru.privacy;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import app.maru.identity.Act;
import app.maru.identity.AuditLog;

/** Sends what is kept of somebody as a file, and has the log say so first. */
@Component
class Archive {

    private final Exporting exporting;
    private final AuditLog log;

    Archive(Exporting exporting, AuditLog log) {
        this.exporting = exporting;
        this.log = log;
    }

    void send(Subject subject, Locale language, HttpServletResponse response) throws IOException {
        log.write(Act.of("personal_data_exported", "profiles", subject.id(), subject.title()));
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("personal-data.zip").build().toString());
        exporting.write(subject, language, response.getOutputStream());
    }
}
