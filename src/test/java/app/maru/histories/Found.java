package app.maru.histories;

import static app.maru.histories.Kind.CATEGORY;
import static app.maru.histories.Kind.NEWS;
import static app.maru.histories.Kind.PLAN;
import static app.maru.histories.Kind.STORY;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.maru.publishing.Batch;
import app.maru.publishing.Schedule.Action;

/** Histories that once failed, as short as they were found: every run goes through them first. */
final class Found {

    private Found() {
    }

    static List<List<Step>> histories() {
        return List.of(whatIsArchivedIsNotTakenOutByUndoingToArchiveItAgain(), whatHasNoOrderIsNotMoved(), discardingWhereAnotherTookTheSlug(),
            takingUpWhereAnotherTookTheSlug(), restoringWhatCannotBePublishedAgain(), whatVisitorsSeeNeedsNothing(), twoThatWantOneSlug(),
            twoThatWantOneSlugInOneSecond(), goingLiveWhileItsCategoryGoes(), theSlugOfAnotherType(), upAndDownAtOneInstant(),
            whatWasToHappenMeanwhile());
    }

    private static List<Step> whatIsArchivedIsNotTakenOutByUndoingToArchiveItAgain() {
        return List.of(save(PLAN, 1, 1, null), archive(PLAN, 1), archive(PLAN, 1), new Step.Undo(0));
    }

    private static List<Step> whatHasNoOrderIsNotMoved() {
        return List.of(save(NEWS, 1, 1, null), save(NEWS, 2, 2, null), new Step.Move(new Slot(NEWS, 2), null));
    }

    private static List<Step> discardingWhereAnotherTookTheSlug() {
        return List.of(save(PLAN, 1, 1, null), publish(PLAN, 1), save(PLAN, 1, 2, null), save(PLAN, 2, 1, null), new Step.Discard(new Slot(PLAN, 1)));
    }

    private static List<Step> takingUpWhereAnotherTookTheSlug() {
        return List.of(save(PLAN, 1, 1, null), publish(PLAN, 1), save(PLAN, 1, 2, null), new Step.Discard(new Slot(PLAN, 1)), save(PLAN, 2, 2, null), new Step.Undo(0));
    }

    private static List<Step> restoringWhatCannotBePublishedAgain() {
        return List.of(save(CATEGORY, 1, 1, null), publish(CATEGORY, 1), save(STORY, 1, 1, 1), publish(STORY, 1), new Step.Unpublish(new Slot(CATEGORY, 1), true),
            archive(STORY, 1), new Step.Undo(0));
    }

    private static List<Step> whatVisitorsSeeNeedsNothing() {
        return List.of(save(CATEGORY, 1, 1, null), publish(CATEGORY, 1), save(STORY, 1, 1, 1), publish(STORY, 1), new Step.Unpublish(new Slot(CATEGORY, 1), true),
            new Step.Bulk(Batch.Act.PUBLISH, STORY, List.of(new Slot(STORY, 1)), false), publish(STORY, 1));
    }

    private static List<Step> twoThatWantOneSlug() {
        return List.of(save(PLAN, 1, 1, null), save(PLAN, 1, 2, null), save(PLAN, 2, 1, null), new Step.Publish(new Slot(PLAN, 1), 1, List.of(new Slot(PLAN, 2))));
    }

    private static List<Step> twoThatWantOneSlugInOneSecond() {
        return List.of(save(PLAN, 1, 1, null), save(PLAN, 1, 2, null), save(PLAN, 2, 1, null), new Step.Plan(new Slot(PLAN, 1), Action.PUBLISH, 5, 1),
            plan(PLAN, 2, Action.PUBLISH), new Step.Pass(5));
    }

    private static List<Step> goingLiveWhileItsCategoryGoes() {
        return List.of(save(CATEGORY, 1, 1, null), publish(CATEGORY, 1), save(STORY, 1, 1, 1), plan(STORY, 1, Action.PUBLISH), plan(CATEGORY, 1, Action.UNPUBLISH),
            new Step.Pass(5));
    }

    private static List<Step> theSlugOfAnotherType() {
        return List.of(save(CATEGORY, 1, 1, null), publish(CATEGORY, 1), save(CATEGORY, 1, 3, null), save(CATEGORY, 2, 1, null), save(STORY, 1, 1, 1),
            plan(STORY, 1, Action.PUBLISH), plan(CATEGORY, 2, Action.PUBLISH), new Step.Pass(5));
    }

    private static List<Step> upAndDownAtOneInstant() {
        return List.of(save(PLAN, 1, 1, null), publish(PLAN, 1), plan(PLAN, 1, Action.UNPUBLISH), new Step.Cancel(new Slot(PLAN, 1), Action.UNPUBLISH),
            plan(PLAN, 1, Action.PUBLISH), plan(PLAN, 1, Action.UNPUBLISH), new Step.Undo(1), new Step.Pass(5));
    }

    private static List<Step> whatWasToHappenMeanwhile() {
        return List.of(save(PLAN, 1, 1, null), plan(PLAN, 1, Action.PUBLISH), new Step.Bulk(Batch.Act.ARCHIVE, PLAN, List.of(new Slot(PLAN, 1)), true),
            new Step.Pass(15), new Step.Undo(0), plan(PLAN, 1, Action.PUBLISH), archive(PLAN, 1), new Step.Pass(15), new Step.Undo(0));
    }

    private static Step save(Kind kind, int number, int slug, @Nullable Integer category) {
        return new Step.Save(new Slot(kind, number), new Change(number * 10 + slug, true, true, slug, null, null, category, null), 0);
    }

    private static Step publish(Kind kind, int number) {
        return new Step.Publish(new Slot(kind, number), 0, List.of());
    }

    private static Step archive(Kind kind, int number) {
        return new Step.Archive(new Slot(kind, number), true);
    }

    private static Step plan(Kind kind, int number, Action action) {
        return new Step.Plan(new Slot(kind, number), action, 5, 0);
    }
}
