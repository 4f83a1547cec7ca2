package app.maru.editing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.content.ContentType;
import app.maru.content.Listing;
import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** A person's own views of a list. Every form also says which list they look at meanwhile. */
@ForEachContentType
@RequestMapping("/views")
@Requires(Right.READ)
class ViewsController {

    static final String NAME = "_name";

    private final SavedViews views;

    ViewsController(SavedViews views) {
        this.views = views;
    }

    /** Saves the list that the form says under a name; what had the name before comes back with Undo. */
    @PostMapping
    String save(ContentType type, @RequestParam Map<String, String> form, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        var name = name(form);
        var before = views.named(person.id(), type.path(), name);
        var saved = views.save(person.id(), Listing.of(type, form), name);
        next.addFlashAttribute("toast", saved.map(view -> before.map(former -> again(type, former, "views.replaced"))
                .orElseGet(() -> Toast.saying("views.saved", name).undoneBy("delete", address(type, view.id()), view.query())))
            .orElseGet(() -> Toast.saying("views.too-many", Integer.toString(SavedViews.MOST))));
        return list(type, form);
    }

    @PutMapping("/{view}")
    String rename(ContentType type, @PathVariable UUID view, @RequestParam Map<String, String> form, @AuthenticationPrincipal Person person,
                  RedirectAttributes next) {
        var name = name(form);
        var before = views.view(person.id(), view);
        next.addFlashAttribute("toast", !views.rename(person.id(), view, name) ? Toast.saying("views.taken", name)
            : Toast.saying("views.renamed", before.name(), name).undoneBy("put", address(type, view), with(Listing.of(type, form).parameters(), before.name())));
        return list(type, form);
    }

    @DeleteMapping("/{view}")
    String delete(ContentType type, @PathVariable UUID view, @RequestParam Map<String, String> form, @AuthenticationPrincipal Person person,
                  RedirectAttributes next) {
        var before = views.view(person.id(), view);
        views.delete(person.id(), view);
        next.addFlashAttribute("toast", again(type, before, "views.deleted"));
        return list(type, form);
    }

    private static String name(Map<String, String> form) {
        var name = form.getOrDefault(NAME, "").replace("\0", "").strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > SavedView.LONGEST_NAME) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "A view has a name of at most " + SavedView.LONGEST_NAME + " characters");
        }
        return name;
    }

    private static Toast again(ContentType type, SavedView view, String key) {
        return Toast.saying(key, view.name()).undoneBy("post", "/" + type.path() + "/views", with(view.query(), view.name()));
    }

    private static Map<String, String> with(Map<String, String> query, String name) {
        var form = new HashMap<>(query);
        form.put(NAME, name);
        return form;
    }

    private static String address(ContentType type, UUID view) {
        return "/" + type.path() + "/views/" + view;
    }

    private static String list(ContentType type, Map<String, String> form) {
        return "redirect:" + EntryList.address(Listing.of(type, form));
    }
}
