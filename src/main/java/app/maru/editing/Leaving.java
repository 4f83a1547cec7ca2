package app.maru.editing;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.Relations;
import app.maru.content.Several;
import app.maru.identity.Person;

/** Says who points to an entry, and asks once more before visitors or staff lose what others point to. */
@Component
class Leaving {

    /** Says that the person has read who points to the entry. */
    static final String KNOWING = "_knowing";
    private static final int TOLD = 10;

    private final Relations relations;
    private final Entries entries;
    private final Editor editor;

    Leaving(Relations relations, Entries entries, Editor editor) {
        this.relations = relations;
        this.entries = entries;
        this.editor = editor;
    }

    /**
     * The editor with who points to the entry, and a button to go on; null when nobody does, or the person knows.
     *
     * @param act what is about to happen to it, as in message keys
     */
    @Nullable ModelAndView asking(ContentType type, UUID id, String act, MultiValueMap<String, String> form, Person person) {
        if (form.containsKey(KNOWING)) {
            return null;
        }
        var users = users(type, id, act);
        if (users.total() == 0) {
            return null;
        }
        return editor.show(Sheet.of(entries.workingCopy(type, id)), HttpStatus.CONFLICT, person, "").addObject("leaving", new Question(act, users));
    }

    /** Who points to an entry to which that is about to happen. */
    Several users(ContentType type, UUID id, String act) {
        return relations.users(type, id, isOnlyOfTheSeen(act), TOLD);
    }

    /** Unpublishing leaves alone who is not published either, archiving does not. */
    static boolean isOnlyOfTheSeen(String act) {
        return act.equals("unpublish");
    }

    /** What is about to happen, and to whom it matters. */
    record Question(String act, Several users) {

        /** The part of the entry's address that it is sent to. */
        public String noun() {
            return act.equals("archive") ? "archive" : "publication";
        }

        /** How it is sent there. */
        public String method() {
            return act.equals("archive") ? "put" : "delete";
        }
    }
}
