package app.maru.editing;

import java.util.Map;

import org.springframework.stereotype.Component;

import app.maru.content.Entry;
import app.maru.content.Outcome;
import app.maru.content.Revision;
import app.maru.content.Revisions;
import app.maru.content.State;
import app.maru.desk.Toast;
import app.maru.identity.People;
import app.maru.identity.Person;

/** Says what just happened to an entry, and how it is undone. */
@Component
class News {

    private static final int LOOK_BACK = 20;

    private final Words words;
    private final Revisions revisions;
    private final People people;

    News(Words words, Revisions revisions, People people) {
        this.words = words;
        this.revisions = revisions;
        this.people = people;
    }

    /** Saved; and what came in of what others had saved since the form was made. */
    Toast saved(Outcome.Saved saved, EditorForm form, Person person) {
        if (saved.taken().isEmpty()) {
            return Toast.saying(saved.changed() ? "editor.saved" : "editor.saved.nothing");
        }
        return Toast.saying("editor.saved.merged", others(saved, form, person), words.places(Sheet.of(saved.copy()), saved.taken()));
    }

    private String others(Outcome.Saved saved, EditorForm form, Person person) {
        var entry = saved.copy().entry();
        var authors = revisions.before(saved.copy().type(), entry.id(), null, LOOK_BACK).stream()
            .filter(revision -> revision.number() > form.number(EditorForm.BASE).orElse(1)).map(Revision::author)
            .filter(author -> author != null && !author.equals(person.id())).distinct().toList();
        return authors.isEmpty() ? words.say("editor.somebody") : String.join(", ", people.names(authors).values());
    }

    /** Published, or found to be published already. */
    static Toast published(long edition) {
        return edition == 0 ? Toast.saying("editor.published.nothing") : Toast.saying("editor.published", Long.toString(edition));
    }

    /** Taken from visitors; undone by publishing that exact revision again. */
    static Toast unpublished(Entry before) {
        return before.live() == null ? Toast.saying("editor.unpublished")
            : Toast.saying("editor.unpublished").undoneBy("put", before.address() + "/publication",
                Map.of(EditorForm.REVISION, before.live().toString(), EditorForm.ACKNOWLEDGED, "true"));
    }

    /** Archived, and what was scheduled cancelled; undone by restoring it, and publishing again what was live. What was archived before stays. */
    static Toast archived(Entry before, boolean scheduled) {
        return before.state() == State.ARCHIVED ? Toast.saying("editor.archived") : Toast.saying(scheduled ? "schedule.archived" : "editor.archived").undoneBy("delete", before.address() + "/archive", revision(before));
    }

    private static Map<String, String> revision(Entry before) {
        return before.live() == null ? Map.of() : Map.of(EditorForm.REVISION, before.live().toString());
    }

    /** Back to what visitors see; undone by restoring what was there. */
    static Toast discarded(Entry before) {
        return Toast.saying("editor.discarded").undoneBy("put", before.address() + "/changes",
            Map.of(EditorForm.REVISION, Integer.toString(before.head())));
    }
}
