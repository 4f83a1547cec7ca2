package app.maru.together;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.maru.together.Attempt.Publish;
import app.maru.together.Attempt.Restore;
import app.maru.together.Attempt.Save;
import app.maru.together.Attempt.Unpublish;
import app.maru.together.Look.Revision;

/** Goes through the history from its beginning: each revision and each edition has to follow from something that was asked for, once. */
final class Explanation {

    private final List<Revision> revisions;
    private final List<Save> saves;
    private final List<Restore> restores;
    private final List<Publish> publishes;
    private final List<Unpublish> unpublishes;
    private final Run run;

    Explanation(List<Revision> revisions, Book book, Run run) {
        this.revisions = revisions;
        this.saves = book.attempts(Save.class);
        this.restores = book.attempts(Restore.class);
        this.publishes = book.attempts(Publish.class);
        this.unpublishes = book.attempts(Unpublish.class);
        this.run = run;
    }

    /** Each revision after the first is another one with one form's changes, or one that was restored. */
    void revisions(Set<Integer> everLive) {
        var forms = new Matching<Revision, Save>();
        for (var revision : revisions.subList(1, revisions.size())) {
            boolean explained = revision.restoredFrom() == null ? forms.add(revision, suiting(revision, everLive)) : isRestored(revision);
            run.check(explained, "revision %d follows from nothing that was sent: %s".formatted(revision.number(), told(revision, everLive)));
        }
        forms.pairs().forEach((form, revision) -> {
            if (parents(revision, everLive).filter(parent -> explains(form, parent, revision)).findFirst().orElseThrow() != form.base()) {
                run.count("merged");
            }
        });
    }

    private String told(Revision revision, Set<Integer> everLive) {
        return saves.stream().filter(form -> form.person().equals(revision.author()) && !form.texts().isEmpty() && form.missing(revision.says()).isEmpty())
            .map(form -> "not all of it from %s: %s".formatted(form, parents(revision, everLive).mapToObj(parent -> "over revision %d not %s"
                .formatted(parent, unexplained(form, parent, revision))).min(Comparator.comparingInt(String::length)).orElse("")))
            .collect(Collectors.joining("%n".formatted()));
    }

    private boolean isRestored(Revision revision) {
        return revision.says().equals(revisions.get(revision.restoredFrom() - 1).says())
            && restores.remove(new Restore(revision.author(), revision.restoredFrom()));
    }

    private List<Save> suiting(Revision revision, Set<Integer> everLive) {
        return saves.stream().filter(form -> form.person().equals(revision.author()) && form.missing(revision.says()).isEmpty()
            && parents(revision, everLive).anyMatch(parent -> explains(form, parent, revision))).toList();
    }

    /** What may have been the working copy before: the one before it, or what visitors saw when changes were discarded. */
    private static IntStream parents(Revision revision, Set<Integer> everLive) {
        int before = revision.number() - 1;
        return IntStream.concat(IntStream.of(before), everLive.stream().mapToInt(live -> live).filter(live -> live < before));
    }

    private boolean explains(Save form, int parent, Revision revision) {
        return unexplained(form, parent, revision).isEmpty();
    }

    /** The places and lists that are neither as the parent has them nor as the form may have made them. */
    private List<String> unexplained(Save save, int number, Revision revision) {
        var base = revisions.get(save.base() - 1).says();
        var parent = revisions.get(number - 1).says();
        var result = revision.says();
        return Stream.concat(result.differences(parent).stream().filter(place -> !explains(save, base, parent, result, place)),
            result.orders().keySet().stream().filter(kind -> !explains(save, base, parent.orders().getOrDefault(kind, List.of()), kind, result.orders().get(kind)))).toList();
    }

    private static boolean explains(Save save, Says base, Says parent, Says result, String place) {
        var text = result.texts().get(place);
        if (text == null) {
            return save.removes(Says.card(place));
        }
        return List.of(text).equals(save.form().get(place)) || save.kept().getOrDefault(place, Set.of()).contains(text)
            || !Says.card(place).isEmpty() && !parent.hasCard(Says.card(place)) && text.equals(base.texts().getOrDefault(place, ""));
    }

    /** Cards come in and go by what the form says of them; their order is one of both, or mixed of both. */
    private static boolean explains(Save save, Says base, List<String> before, String kind, List<String> after) {
        var named = new TreeSet<>(save.form().getOrDefault("_order." + kind, List.of()));
        named.addAll(base.orders().getOrDefault(kind, List.of()));
        return after.stream().allMatch(id -> before.contains(id) || named.contains(id)
                || save.late() && save.kept().keySet().stream().anyMatch(place -> Says.card(place).equals(kind + "." + id)))
            && before.stream().allMatch(id -> after.contains(id) || save.removes(kind + "." + id));
    }

    /**
     * Each edition was asked for, or was to happen at its time.
     *
     * @return the revision that visitors see after the last of them
     */
    @Nullable Integer editions(Look look, long after) {
        var live = new Integer[1];
        look.sql("""
                select edition.number, edition.action, edition.author, opened.revision, schedule.action as planned, schedule.revision as wanted
                from editions edition
                left join publications opened on opened.from_edition = edition.number and opened.entry_id = :entry
                left join content_schedules schedule on schedule.edition = edition.number and schedule.entry_id = :entry
                where edition.number > :after order by edition.number""").param("after", after)
            .query(row -> {
                var revision = row.getObject("revision", Integer.class);
                var author = row.getObject("author", UUID.class);
                boolean planned = row.getString("planned") != null;
                run.count("edition");
                run.check(planned ? Objects.equals(revision, row.getObject("wanted", Integer.class)) : revision == null
                        ? unpublishes.remove(new Unpublish(author)) : publishes.remove(new Publish(author, revision)) || publishes.remove(new Publish(author, 0)),
                    "edition %d (%s %s) follows from nothing that was asked for".formatted(row.getLong("number"), row.getString("action"), revision));
                live[0] = revision;
            });
        return live[0];
    }
}
