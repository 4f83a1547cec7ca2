package app.maru.editing;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

import app.maru.content.PostedForm;
import app.maru.identity.DeskBrowser;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Role;

/** A person at the desk over HTTP, who sends the editor's forms for billing products as a browser without scripts does. */
final class Desk {

    static final String PRODUCTS = "/billing/products";

    private static final Pattern HIDDEN = Pattern.compile("name=\"(_version|_base)\" value=\"(\\d+)\"");

    private final DeskBrowser browser;
    private Page seen;

    private Desk(DeskBrowser browser) {
        this.browser = browser;
    }

    static Desk of(int port, Role role) {
        var desk = new Desk(DeskBrowser.signedIn(port, role));
        desk.browser.get(PRODUCTS + "/new");
        return desk;
    }

    static String address(UUID id) {
        return PRODUCTS + "/" + id;
    }

    static String slug() {
        return "plan-" + UUID.randomUUID();
    }

    DeskBrowser browser() {
        return browser;
    }

    Page open(UUID id) {
        return browser.get(address(id));
    }

    Page create(UUID id, PostedForm form) {
        return send(PRODUCTS, form.and("_entry", id.toString()));
    }

    /** A stored draft with a name and a slug. */
    UUID draft(String name) {
        var id = UUID.randomUUID();
        create(id, PostedForm.with("name", name).and("slug", slug()));
        return id;
    }

    /** A live product. */
    UUID live(String name) {
        var id = draft(name);
        put(address(id) + "/publication", new PostedForm());
        return id;
    }

    /** The form as it is now, with which one may type on. */
    PostedForm form(UUID id) {
        var form = new PostedForm();
        HIDDEN.matcher(open(id).body()).results().forEach(found -> form.and(found.group(1), found.group(2)));
        return form;
    }

    Page save(UUID id, PostedForm form) {
        return put(address(id), form);
    }

    Page publish(UUID id, PostedForm form) {
        return put(address(id) + "/publication", form);
    }

    Page put(String path, PostedForm form) {
        return send(path, form.and("_method", "put"));
    }

    Page delete(String path) {
        return delete(path, new PostedForm());
    }

    Page delete(String path, PostedForm form) {
        return send(path, form.and("_method", "delete"));
    }

    Page send(String path, PostedForm form) {
        var answer = browser.postText(path, "_csrf=" + encoded(browser.token()) + "&" + encoded(form));
        seen = answer.location().isEmpty() ? answer : browser.get(answer.location());
        return answer;
    }

    /** The page to which the last form that was sent led. */
    Page seen() {
        return seen;
    }

    private static String encoded(PostedForm form) {
        return form.parameters().entrySet().stream()
            .flatMap(field -> field.getValue().stream().map(text -> encoded(field.getKey()) + "=" + encoded(text))).collect(joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
