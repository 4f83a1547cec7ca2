package app.maru.editing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import app.maru.content.ContentType;
import app.maru.content.Entry;
import app.maru.publishing.Standing;

/**
 * Everything that the editor's template shows.
 *
 * @param entry the catalogue's row; null for an entry that is not saved yet
 * @param heading what the entry is called, or what it is while it has no title
 * @param savedBy who saved it last; null when nobody is known to have
 * @param unsaved whether the page shows text that is not stored
 * @param colleague whose newer changes were met, after a conflict
 * @param sitting this opening of the form
 * @param kept unsaved text that is in the page; null when there is none
 */
record EditorPage(ContentType type, UUID id, @Nullable Entry entry, String heading, int version, int base, boolean unsaved, boolean readOnly,
                  boolean mayPublish, List<FormField> fields, List<CardList> lists, List<Complaint> complaints,
                  @Nullable String savedBy, @Nullable Standing standing, boolean suggesting, @Nullable Colleague colleague, boolean savedOnly,
                  String focus, Sitting sitting, @Nullable Kept kept) {

    /**
     * Somebody who saved meanwhile.
     *
     * @param taken the places of their changes that are in the page already
     */
    record Colleague(String name, Instant at, String taken) {}

    /**
     * One opening of the form in a tab.
     *
     * @param number how often it has had text kept
     * @param seen the sittings whose text is in the page, each with its number
     */
    record Sitting(UUID id, int number, List<String> seen) {}

    /**
     * Text that was typed before and not saved.
     *
     * @param since who has saved the entry since it was typed; null when nobody has
     */
    record Kept(Instant at, @Nullable Colleague since) {}

    /** The desk's address of the entry. */
    public String address() {
        return "/" + type.path() + "/" + id;
    }

    /** Where the form is sent to be saved. */
    public String action() {
        return entry == null ? "/" + type.path() : address();
    }

    /** Where a command is sent that changes only the form. */
    public String formAction() {
        return entry == null ? "/" + type.path() + "/new/form" : address() + "/form";
    }

    /** Where it stands, for message keys; {@code new} while it is not saved. */
    public String state() {
        return entry == null ? "new" : entry.state().key();
    }

    /** Where visitors' programs read it now; null when they cannot. */
    public @Nullable String json() {
        if (standing == null || !standing.reachable()) {
            return null;
        }
        return "/api/v1/" + type.path() + "/" + (standing.slug() == null ? id : standing.slug());
    }

    /** The path of the slug's field; null for a type without slugs. */
    public @Nullable String slugField() {
        return type.slug() == null ? null : type.slug().name();
    }
}
