package app.maru.limits;

import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** Answers whoever has tried too often. */
public final class TooMany {

    private TooMany() {}

    /** Says when it is worth another try: to programs by the header, to people by the minutes that the page names. */
    public static void tell(Duration pause, HttpServletResponse response, Model model) {
        long seconds = Math.max(1, pause.toSeconds() + 1);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        model.addAttribute("minutes", Math.max(1, Math.ceilDiv(seconds, 60)));
    }
}
