package app.maru.editing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.Ordering;
import app.maru.content.OtherParent;
import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.publishing.Moving;

/** Where an entry stands in the order that staff put it in. */
@ForEachContentType
@Requires(Right.WRITE)
class OrderController {

    private static final Set<String> PAGE = Set.of("from", "backward");

    private final Entries entries;
    private final Ordering ordering;
    private final Moving moving;
    private final Words words;

    OrderController(Entries entries, Ordering ordering, Moving moving, Words words) {
        this.entries = entries;
        this.ordering = ordering;
        this.moving = moving;
        this.words = words;
    }

    /**
     * Moves the entry directly behind another ({@code after}, empty to become the first) or directly before another.
     *
     * @param form also says which page of the list is shown next
     */
    @PutMapping("/{id}/order")
    String move(ContentType type, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID after,
                @RequestParam(required = false) @Nullable UUID before, @RequestParam Map<String, String> form,
                @AuthenticationPrincipal Person person, RedirectAttributes next) {
        if (!type.ordered()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, type.path() + " come in no order of their own");
        }
        if (before == null && !form.containsKey("after")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Behind or before which entry?");
        }
        var entry = entry(type, id, person);
        next.addFlashAttribute("toast", move(type, entry, after, before, form, person));
        form.keySet().retainAll(PAGE);
        next.addAllAttributes(form);
        return "redirect:/" + type.path();
    }

    private Toast move(ContentType type, Entry entry, @Nullable UUID after, @Nullable UUID before, Map<String, String> form, Person person) {
        var former = ordering.predecessor(type, entry.id());
        try {
            if (before != null) {
                ordering.inOneOrder(type, entry.id(), before);
            }
            moving.move(type, entry.id(), before == null ? after : ordering.predecessor(type, before, entry.id()), person.id());
        } catch (OtherParent other) {
            return Toast.saying("list.other-parent", words.title(entry.title()), words.say(Words.key(type, Objects.requireNonNull(type.within()))));
        }
        form.keySet().retainAll(PAGE);
        return moved(entry, former, form);
    }

    private Entry entry(ContentType type, UUID id, Person person) {
        var entry = entries.entry(type, id);
        if (!person.may(Moving.rightTo(entry))) {
            throw new AccessDeniedException("Visitors see " + entry.address());
        }
        return entry;
    }

    private Toast moved(Entry entry, @Nullable UUID former, Map<String, String> page) {
        var undo = new HashMap<>(page);
        undo.put("after", former == null ? "" : former.toString());
        return Toast.saying("list.moved", words.title(entry.title())).undoneBy("put", entry.address() + "/order", undo);
    }
}
