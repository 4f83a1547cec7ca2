package app.maru.editing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.checks.Checks;
import app.maru.content.ContentType;
import app.maru.content.Listing;
import app.maru.content.Listings;
import app.maru.content.Relations;
import app.maru.desk.Crumb;
import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.publishing.Batch;
import app.maru.publishing.Batch.Act;
import app.maru.publishing.Batches;

/**
 * Does one thing to many entries of a list. Every form also says which page of the list it comes from. What the checks
 * warn of, and what others point to, is kept back until somebody says that they have seen it.
 */
@ForEachContentType
@Requires(Right.PUBLISH)
class BatchController {

    private static final String ENTRY = "_entry";
    private static final String ALL = "_all";
    /** What was done before, of which those are meant that were kept back. */
    private static final String HELD = "_held";

    private final Batches batches;
    private final BatchPages pages;
    private final Checks checks;
    private final Relations relations;
    private final Listings listings;
    private final Words words;

    BatchController(Batches batches, BatchPages pages, Checks checks, Relations relations, Listings listings, Words words) {
        this.checks = checks;
        this.relations = relations;
        this.batches = batches;
        this.pages = pages;
        this.listings = listings;
        this.words = words;
    }

    @PutMapping("/publications")
    String publish(ContentType type, @RequestParam MultiValueMap<String, String> form, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        return act(Act.PUBLISH, type, form, person, next);
    }

    @DeleteMapping("/publications")
    String unpublish(ContentType type, @RequestParam MultiValueMap<String, String> form, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        return act(Act.UNPUBLISH, type, form, person, next);
    }

    @PutMapping("/archives")
    String archive(ContentType type, @RequestParam MultiValueMap<String, String> form, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        return act(Act.ARCHIVE, type, form, person, next);
    }

    @DeleteMapping("/archives")
    String restore(ContentType type, @RequestParam MultiValueMap<String, String> form, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        return act(Act.RESTORE, type, form, person, next);
    }

    private String act(Act act, ContentType type, MultiValueMap<String, String> form, Person person, RedirectAttributes next) {
        var listing = Listing.of(type, form.toSingleValueMap());
        var chosen = chosen(listing, form);
        if (chosen.isEmpty()) {
            next.addFlashAttribute("toast", Toast.saying("batch.none"));
            return "redirect:" + EntryList.page(listing);
        }
        var batch = batches.act(act, type, chosen, held(act, type, chosen, form), person.id());
        next.addFlashAttribute("toast", pages.toast(batch, listing));
        return "redirect:" + (batch.refused() == 0 && batch.held().isEmpty() ? EntryList.page(listing) : BatchPages.address(batch));
    }

    private Set<UUID> held(Act act, ContentType type, List<UUID> chosen, MultiValueMap<String, String> form) {
        return switch (act) {
            case PUBLISH -> form.containsKey(EditorForm.ACKNOWLEDGED) ? Set.of() : checks.warnedOf(type, chosen);
            case UNPUBLISH, ARCHIVE -> form.containsKey(Leaving.KNOWING) ? Set.of() : relations.held(type, chosen, Leaving.isOnlyOfTheSeen(act.key()));
            case RESTORE -> Set.of();
        };
    }

    private List<UUID> chosen(Listing listing, MultiValueMap<String, String> form) {
        if (form.containsKey(ALL)) {
            return listings.page(listing.begun().of(Batches.MOST)).entries().stream().map(entry -> entry.id()).toList();
        }
        var before = Listing.uuid(form.getFirst(HELD));
        if (before != null) {
            return batches.batch(listing.type(), before).held();
        }
        return form.getOrDefault(ENTRY, List.of()).stream().flatMap(id -> Optional.ofNullable(Listing.uuid(id)).stream()).toList();
    }

    /** What became of each entry, those first that could not be changed. */
    @GetMapping("/batches/{batch}")
    @Requires(Right.READ)
    String batch(ContentType type, @PathVariable UUID batch, @RequestParam(defaultValue = "0") int skip, Model model) {
        model.addAttribute("page", pages.page(type, batches.batch(type, batch), Math.max(0, skip)));
        model.addAttribute("crumbs", List.of(new Crumb("/" + type.path(), words.say(type.messageKey()))));
        return "editing/batch";
    }

    /** Takes all of it back. */
    @DeleteMapping("/batches/{batch}")
    String undo(ContentType type, @PathVariable UUID batch, @RequestParam Map<String, String> form, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        next.addFlashAttribute("toast", pages.toast(batches.undo(type, batch, person.id())));
        return "redirect:" + EntryList.page(Listing.of(type, form));
    }
}
