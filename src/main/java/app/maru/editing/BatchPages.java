package app.maru.editing;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.Listing;
import app.maru.content.Several;
import app.maru.desk.Toast;
import app.maru.editing.BatchPage.Line;
import app.maru.identity.People;
import app.maru.publishing.Batch;
import app.maru.publishing.Batch.Act;
import app.maru.publishing.Batch.Outcome;
import app.maru.publishing.Batches;

/** Says what became of many entries: of each that could not be changed why not, in the words its editor has for it. */
@Component
class BatchPages {

    private static final int PAGE = 50;

    private final Entries entries;
    private final Complaints complaints;
    private final Remarking remarking;
    private final Leaving leaving;
    private final People people;
    private final Words words;

    BatchPages(Entries entries, Complaints complaints, Remarking remarking, Leaving leaving, People people, Words words) {
        this.remarking = remarking;
        this.leaving = leaving;
        this.entries = entries;
        this.complaints = complaints;
        this.people = people;
        this.words = words;
    }

    static String address(Batch batch) {
        return "/" + batch.type() + "/batches/" + batch.id();
    }

    /** What was done, with Undo where anything was. */
    Toast toast(Batch batch, Listing from) {
        var key = "batch." + batch.act().key();
        int left = batch.refused() + batch.held().size();
        var said = left > 0 ? Toast.saying(key + ".partly", count(batch.done()), count(left))
            : batch.done() == 0 ? Toast.saying("batch.nothing") : Toast.saying(key + ".done", count(batch.done()));
        return batch.done() == 0 ? said : said.undoneBy("delete", address(batch), EntryList.place(from));
    }

    /** What was taken back, and what was not. */
    Toast toast(Batches.Undone undone) {
        return undone.left() == 0 ? Toast.saying("batch.undone", count(undone.back()))
            : Toast.saying("batch.undone.partly", count(undone.back()), count(undone.left()));
    }

    private String count(int number) {
        return words.say("list.count", number);
    }

    BatchPage page(ContentType type, Batch batch, int skipped) {
        var outcomes = batch.outcomes().stream().sorted(Comparator.comparing(BatchPages::rank)).toList();
        var lines = outcomes.stream().skip(skipped).limit(PAGE).map(outcome -> line(type, batch, outcome)).toList();
        var who = batch.author() == null ? null : people.names(List.of(batch.author())).get(batch.author());
        return new BatchPage(type, batch, who, lines, skipped == 0 ? null : turned(batch, Math.max(0, skipped - PAGE)),
            skipped + PAGE >= outcomes.size() ? null : turned(batch, skipped + PAGE));
    }

    private static int rank(Outcome outcome) {
        return outcome.refusal() != null ? 0 : outcome.held() ? 1 : outcome.done() ? 2 : 3;
    }

    private static String turned(Batch batch, int skipped) {
        return address(batch) + "?skip=" + skipped;
    }

    private Line line(ContentType type, Batch batch, Outcome outcome) {
        var done = outcome.refusal() != null ? "refused" : outcome.held() ? "held" : outcome.done() ? batch.act().key() : "already";
        return new Line("/" + type.path() + "/" + outcome.entry(), words.title(outcome.title()), done, complaints(type, batch.act(), outcome),
            users(type, batch.act(), outcome));
    }

    private @Nullable Several users(ContentType type, Act act, Outcome outcome) {
        var users = outcome.held() && act != Act.PUBLISH ? leaving.users(type, outcome.entry(), act.key()) : null;
        return users == null || users.total() == 0 ? null : users;
    }

    private List<Complaint> complaints(ContentType type, Act act, Outcome outcome) {
        if (outcome.refusal() != null) {
            return complaints.of(sheet(type, outcome).refused(List.of(outcome.refusal())));
        }
        return !outcome.held() || act != Act.PUBLISH ? List.of() : remarking.now(sheet(type, outcome)).warnings().stream()
            .map(remark -> new Complaint(remark.path(), remark.place(), remark.says(), remark.href(), null)).toList();
    }

    private Sheet sheet(ContentType type, Outcome outcome) {
        return Sheet.of(entries.workingCopy(type, outcome.entry()));
    }
}
