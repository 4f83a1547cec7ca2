package app.maru.content;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import app.maru.content.Unsaved.Part;

/** Takes unsaved text up again: lays it over what the entry says by now, merged like a form that is saved too late. */
@Component
public class Resuming {

    private final Entries entries;
    private final Clock clock;

    Resuming(Entries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * The entry with the unsaved text.
     *
     * @param merge what was merged; null when nobody has saved since the text was typed
     */
    public record Resumed(Draft draft, @Nullable Merge merge) {

        /** Whether it only says what is stored anyway. */
        public boolean saysNothingBeside(Snapshot stored) {
            return draft.problems().isEmpty() && draft.snapshot().saysTheSameAs(stored) && (merge == null || merge.conflicts().isEmpty());
        }
    }

    /** The unsaved text over that revision of the entry; over the blank of a new one when the revision is 0. */
    public Resumed over(ContentType type, UUID entry, Unsaved unsaved, Snapshot snapshot, int revision) {
        var laying = new Laying(type, entry, unsaved.isEmpty() ? revision : unsaved.parts().getFirst().base(), snapshot, revision);
        unsaved.parts().forEach(laying::lay);
        laying.rebase(revision);
        return laying.resumed();
    }

    /** What a form says, over what its sitting had kept: the bodies of closed cards are not in the form. */
    public Draft under(MultiValueMap<String, String> form, Sitting sitting, ContentType type, UUID entry, Snapshot snapshot, int revision) {
        var kept = over(type, entry, sitting.keptBeside(form, snapshot), snapshot, revision).draft();
        var typed = Form.read(type, kept.snapshot(), form, clock.instant());
        var texts = new LinkedHashMap<>(kept.texts());
        texts.putAll(typed.texts());
        return new Draft(typed.snapshot(), texts, typed.removed(), Stream.concat(kept.problems().stream(), typed.problems().stream()).toList());
    }

    private final class Laying {

        private final ContentType type;
        private final UUID entry;
        private final Snapshot last;
        private final int lastRevision;
        private final Map<String, String> texts = new LinkedHashMap<>();
        private final Map<String, Set<UUID>> removed = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> taken = new LinkedHashSet<>();
        private final Map<String, Merge.Conflict> conflicts = new LinkedHashMap<>();
        private int base;
        private Snapshot text;
        private boolean rebased;

        Laying(ContentType type, UUID entry, int base, Snapshot last, int lastRevision) {
            this.type = type;
            this.entry = entry;
            this.last = last;
            this.lastRevision = lastRevision;
            this.base = base;
            this.text = revision(base);
        }

        private Snapshot revision(int number) {
            return number == lastRevision ? last : number == 0 ? type.blank() : entries.revision(type, entry, number).snapshot();
        }

        void lay(Part part) {
            rebase(part.base());
            var draft = Form.read(type, text, known(part.form()), clock.instant());
            text = draft.snapshot();
            texts.putAll(draft.texts());
            draft.removed().forEach((children, ids) -> removed.computeIfAbsent(children, none -> new LinkedHashSet<>()).addAll(ids));
            problems.addAll(draft.problems());
            conflicts.keySet().removeIf(path -> part.form().containsKey(path) || part.form().containsKey(Paths.order(path)));
        }

        /** The type may have lost a field since. */
        private MultiValueMap<String, String> known(MultiValueMap<String, String> form) {
            var known = new LinkedMultiValueMap<>(form);
            known.keySet().removeIf(path -> !Form.isPlaceOf(type, path));
            return known;
        }

        void rebase(int revision) {
            if (revision == base) {
                return;
            }
            var merge = Merge.of(type, revision(base), text, revision(revision));
            text = merge.result();
            taken.addAll(merge.taken());
            texts.keySet().removeAll(merge.taken());
            merge.conflicts().forEach(conflict -> conflicts.put(conflict.path(), conflict));
            base = revision;
            rebased = true;
        }

        Resumed resumed() {
            return new Resumed(new Draft(text, texts, removed, problems),
                rebased ? new Merge(text, List.copyOf(taken), List.copyOf(conflicts.values())) : null);
        }
    }
}
