package app.maru.content;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;

/**
 * Saves what a form says: the working copy's rows, one revision and the catalogue's row in one transaction. What
 * visitors see does not change.
 */
@Component
public class Saving {

    /** A lock version that no entry has, so that the form is merged. */
    private static final int NEVER = -1;

    private final Entries entries;
    private final WorkingCopies copies;
    private final Rules rules;
    private final Relations relations;
    private final UnsavedTexts unsaved;
    private final Resuming resuming;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Saving(Entries entries, WorkingCopies copies, Rules rules, Relations relations, UnsavedTexts unsaved, Resuming resuming,
           TransactionTemplate transaction, Clock clock) {
        this.entries = entries;
        this.copies = copies;
        this.rules = rules;
        this.relations = relations;
        this.unsaved = unsaved;
        this.resuming = resuming;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A form as posted.
     *
     * @param version the lock version that the form carried
     * @param base the revision that the form was made from
     * @param name what the person calls the revision; empty for nothing
     * @param sitting where it was typed: what was kept of it meanwhile is settled by saving it
     */
    public record Edit(ContentType type, UUID entry, int version, int base, MultiValueMap<String, String> form, String name, UUID author, Sitting sitting) {

        public Edit(ContentType type, UUID entry, int version, int base, MultiValueMap<String, String> form, String name, UUID author) {
            this(type, entry, version, base, form, name, author, Sitting.none());
        }
    }

    /** Makes an entry from a form that nobody opened in a browser. */
    public Outcome create(ContentType type, UUID entry, MultiValueMap<String, String> form, UUID author) {
        return create(type, entry, form, author, Sitting.none());
    }

    /**
     * Makes an entry from a form that was made from the type's blank. The id makes it safe to post twice: what is
     * posted again is a change of the entry's first revision.
     */
    public Outcome create(ContentType type, UUID entry, MultiValueMap<String, String> form, UUID author, Sitting sitting) {
        if (entries.exists(entry)) {
            return save(new Edit(type, entry, NEVER, 1, form, "", author, sitting));
        }
        var edit = new Edit(type, entry, NEVER, 0, form, "", author, sitting);
        var draft = typed(edit, type.blank());
        return attempt(type, entry, draft, () -> settled(edit, new Outcome.Saved(copies.create(type, entry, draft.snapshot(), author), true, List.of())));
    }

    /** Makes an entry that says what the snapshot says. */
    public Outcome create(ContentType type, UUID entry, Snapshot snapshot, UUID author) {
        return attempt(type, entry, Draft.of(snapshot), () -> new Outcome.Saved(copies.create(type, entry, snapshot, author), true, List.of()));
    }

    /**
     * Saves a form. When somebody saved since the form was made, changes that do not overlap are merged.
     *
     * @throws NoSuchEntry when there is no such entry, or no such base
     */
    public Outcome save(Edit edit) {
        var reading = entries.revision(edit.type(), edit.entry(), edit.base()).snapshot();
        var typed = typed(edit, reading);
        return attempt(edit.type(), edit.entry(), typed, () -> settled(edit, save(edit, reading, typed)));
    }

    private Draft typed(Edit edit, Snapshot base) {
        return resuming.under(edit.form(), edit.sitting(), edit.type(), edit.entry(), base, edit.base());
    }

    private Outcome settled(Edit edit, Outcome outcome) {
        var sitting = edit.sitting();
        if (outcome instanceof Outcome.Saved && !sitting.kept().isEmpty()) {
            unsaved.settle(edit.entry(), edit.author(), sitting.known());
        }
        if (outcome instanceof Outcome.Saved && sitting.number() > 0) {
            unsaved.close(edit.type(), edit.entry(), edit.author(), edit.base(), sitting.id(), sitting.number());
        }
        return outcome;
    }

    private Outcome save(Edit edit, Snapshot base, Draft typed) {
        var current = copies.locked(edit.type(), edit.entry());
        if (current.version() == edit.version()) {
            return store(edit, current, typed.snapshot(), List.of());
        }
        var merge = Merge.of(edit.type(), base, typed.snapshot(), current.snapshot());
        var merged = new Draft(merge.result(), typed.texts(), typed.removed(), typed.problems());
        if (!merge.conflicts().isEmpty()) {
            return new Outcome.Conflicted(current, without(merged, merge.taken()), merge);
        }
        var problems = rules.storable(edit.type(), merge.result());
        return problems.isEmpty() ? store(edit, current, merge.result(), merge.taken()) : new Outcome.Refused(with(merged, problems));
    }

    private Outcome store(Edit edit, WorkingCopy current, Snapshot snapshot, List<String> taken) {
        if (snapshot.saysTheSameAs(current.snapshot()) && edit.name().isBlank()) {
            return new Outcome.Saved(current, false, taken);
        }
        return new Outcome.Saved(copies.update(current, snapshot, edit.author(), edit.name(), null), true, taken);
    }

    private Outcome attempt(ContentType type, UUID entry, Draft draft, java.util.function.Supplier<Outcome> work) {
        var problems = new ArrayList<>(draft.problems());
        problems.addAll(rules.storable(type, draft.snapshot()));
        if (!problems.isEmpty()) {
            return new Outcome.Refused(with(draft, problems));
        }
        try {
            return transaction.execute(status -> {
                var related = relations.problems(type, entry, draft.snapshot());
                return related.isEmpty() ? work.get() : new Outcome.Refused(with(draft, related));
            });
        } catch (DuplicateKeyException e) {
            return new Outcome.Refused(with(draft, List.of(taken(type, draft.snapshot(), entry, e))));
        }
    }

    private Problem taken(ContentType type, Snapshot snapshot, UUID entry, DuplicateKeyException e) {
        var slug = type.slugOf(snapshot);
        var holder = slug == null ? java.util.Optional.<Entry>empty() : entries.withSlug(type, slug).filter(found -> !found.id().equals(entry));
        return holder.map(found -> Problem.storable(type.slug().name(), "SlugTaken", slug, found.title(), found.address()))
            .orElseGet(() -> Problem.storable("", "BelongsElsewhere"));
    }

    private static Draft with(Draft draft, List<Problem> problems) {
        return new Draft(draft.snapshot(), draft.texts(), draft.removed(), problems);
    }

    /** Where theirs was taken, the text typed is the base's: it must not be shown again over theirs. */
    private static Draft without(Draft draft, List<String> paths) {
        var texts = new LinkedHashMap<>(draft.texts());
        texts.keySet().removeAll(paths);
        return new Draft(draft.snapshot(), texts, draft.removed(), draft.problems());
    }

    /**
     * Makes an old revision's text the working copy again, as a new revision. What visitors see already has one: then the
     * working copy is pointed back at it.
     */
    public Outcome restore(ContentType type, UUID entry, int number, UUID author) {
        var old = entries.revision(type, entry, number);
        return attempt(type, entry, Draft.of(old.snapshot()), () -> {
            var current = copies.locked(type, entry);
            return new Outcome.Saved(Objects.equals(current.entry().live(), number) ? copies.pointBack(current, old, author)
                : copies.update(current, old.snapshot(), author, "", number), true, List.of());
        });
    }

    /**
     * Makes one place of the working copy say what it said in an old revision, as a new revision.
     *
     * @param path a root field, a child as a whole, or a child's field
     * @throws NoSuchEntry when there is no such revision, or no such place
     */
    public Outcome restore(ContentType type, UUID entry, int number, String path, UUID author) {
        var place = new Place(type, path);
        var old = entries.revision(type, entry, number).snapshot();
        return attempt(type, entry, Draft.of(place.taken(entries.workingCopy(type, entry).snapshot(), old)), () -> {
            var current = copies.locked(type, entry);
            var snapshot = place.taken(current.snapshot(), old);
            if (snapshot.saysTheSameAs(current.snapshot())) {
                return new Outcome.Saved(current, false, List.of());
            }
            var problems = rules.storable(type, snapshot);
            return problems.isEmpty() ? new Outcome.Saved(copies.update(current, snapshot, author, "", null), true, List.of())
                : new Outcome.Refused(with(Draft.of(snapshot), problems));
        });
    }

    /** Makes what visitors see the working copy again, unless another entry has taken its slug meanwhile. The changes stay in the history. */
    public Outcome discard(ContentType type, UUID entry, UUID author) {
        var live = entries.entry(type, entry).live();
        if (live == null) {
            return new Outcome.Saved(entries.workingCopy(type, entry), false, List.of());
        }
        var revision = entries.revision(type, entry, live);
        return attempt(type, entry, Draft.of(revision.snapshot()), () -> {
            var current = copies.locked(type, entry);
            boolean same = live == current.entry().head() || !live.equals(current.entry().live());
            return new Outcome.Saved(same ? current : copies.pointBack(current, revision, author), !same, List.of());
        });
    }

    /** Makes another entry that says the same under another slug, as a draft. */
    public WorkingCopy duplicate(ContentType type, UUID entry, String title, UUID author) {
        var original = entries.workingCopy(type, entry).snapshot();
        var copy = original.with(type.title().name(), title).copied(clock.instant());
        var unaddressed = type.slug() == null ? copy : copy.with(type.slug().name(), (Object) null);
        return transaction.execute(status -> copies.create(type, UUID.randomUUID(), unaddressed, author));
    }
}
