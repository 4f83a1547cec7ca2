package app.maru.together;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

import app.maru.identity.DeskBrowser;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Role;

/** Somebody's browser at the desk; every answer is held against what an answer may be. */
final class Person {

    private static final int REMEMBERED = 30;

    private final DeskBrowser browser;
    private final int port;
    private final Run run;
    private final Deque<String> diary = new ConcurrentLinkedDeque<>();

    /** What came of something that was asked for. */
    enum Result { DONE, REFUSED, CONFLICT, BUSY;

        static Result of(Page page) {
            return page.status() < 400 ? DONE : page.status() == 409 ? CONFLICT : page.status() >= 500 ? BUSY : REFUSED;
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Person(int port, Role role, Run run) {
        this.browser = DeskBrowser.signedIn(port, role);
        this.port = port;
        this.run = run;
        browser.get("/billing/products/new");
    }

    /** The same with its script, which reads other answers. */
    Person scripted() {
        browser.sending("Accept", "application/json");
        return this;
    }

    Page open(String act, String path) {
        return heard(act, browser.get(path));
    }

    Page put(String act, String path, Map<String, List<String>> form) {
        return send(act, path, "put", form);
    }

    Page delete(String act, String path, Map<String, List<String>> form) {
        return send(act, path, "delete", form);
    }

    Page send(String act, String path, String method, Map<String, List<String>> form) {
        var page = heard(act, browser.postText(path, body(method, form)));
        remember(act, form, Integer.toString(page.status()));
        return page;
    }

    private void remember(String act, Map<String, List<String>> form, String answer) {
        diary.add("%s %s: %s".formatted(act, form, answer));
        if (diary.size() > REMEMBERED) {
            diary.remove();
        }
    }

    /** The last that was sent, and how it was answered. */
    String diary() {
        return String.join("\n  ", diary);
    }

    /** Begins to send a form, on a line that breaks off before there is an answer; the rest of it is sent by whoever runs what is returned. */
    Line hangUp(String act, String path, Map<String, List<String>> form) {
        var body = body("put", form);
        run.did(act, "hung up");
        remember(act, form, "hung up");
        return new Line(port, "POST %s HTTP/1.1\r\nHost: localhost:%d\r\nCookie: %s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(path, port, browser.cookies(), body.length(), body));
    }

    private String body(String method, Map<String, List<String>> form) {
        var pairs = new ArrayList<>(List.of("_csrf=" + encoded(browser.token()), "_method=" + method));
        form.forEach((name, texts) -> texts.forEach(text -> pairs.add(encoded(name) + "=" + encoded(text))));
        return String.join("&", pairs);
    }

    private Page heard(String act, Page page) {
        run.did(act, Result.of(page).toString());
        run.check(page.status() < 500 || page.status() == 503, "%s was answered %d: %s".formatted(act, page.status(), main(page)));
        run.check(!page.body().contains("Exception") && !page.body().contains("\tat "), "%s was answered with the house's inside: %s".formatted(act, main(page)));
        run.check(page.status() != 403 && !page.location().contains("/sign-in"), "%s was answered as to somebody else: %s".formatted(act, main(page)));
        return page;
    }

    /** What the page says itself, without the desk around it. */
    static String main(Page page) {
        return page.status() + " " + page.text().replaceFirst("(?s)^.*Close side bar|^.*?Sign out", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
