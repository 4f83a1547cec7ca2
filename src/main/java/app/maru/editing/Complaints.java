package app.maru.editing;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import app.maru.content.ChildType;
import app.maru.content.Paths;
import app.maru.content.Problem;
import app.maru.desk.Input;
import app.maru.publishing.Publishing.Refusal;
import app.maru.publishing.Publishing.Unpublished;

/** Says what is wrong with an entry: where, what, and how to mend it. */
@Component
class Complaints {

    private final Words words;

    Complaints(Words words) {
        this.words = words;
    }

    /** Everything wrong with the sheet, this entry's first, then what keeps others from being published with it. */
    List<Complaint> of(Sheet sheet) {
        var complaints = new ArrayList<Complaint>();
        sheet.draft().problems().forEach(problem -> complaints.add(complaint(sheet, problem, null)));
        for (var refusal : sheet.refusals()) {
            if (refusal.entry().equals(sheet.entry())) {
                refusal.problems().forEach(problem -> complaints.add(complaint(sheet, problem, refusal)));
            } else {
                complaints.add(other(sheet, refusal));
            }
        }
        return complaints;
    }

    private Complaint complaint(Sheet sheet, Problem problem, @Nullable Refusal refusal) {
        return new Complaint(problem.path(), problem.path().isEmpty() ? "" : words.place(sheet, problem.path()), says(sheet, problem),
            href(sheet, problem.path()), holder(sheet, problem, refusal));
    }

    private Complaint other(Sheet sheet, Refusal refusal) {
        var holder = new Complaint.Holder("/" + refusal.type() + "/" + refusal.entry(), refusal.title(), null);
        return new Complaint("", "", words.say("problem.other-entry", refusal.title()), null, holder);
    }

    String says(Sheet sheet, Problem problem) {
        var arguments = switch (problem.code()) {
            case "Size" -> sized(text(sheet, problem.path()), (Integer) problem.arguments().getFirst());
            case "Distinct" -> new Object[] {distinct(sheet, problem.path())};
            case "Together" -> new Object[] {labels(sheet, problem)};
            default -> problem.arguments().toArray();
        };
        return words.find(problem.messageKey(), arguments).orElseGet(() -> words.say("problem.other"));
    }

    private static Object[] sized(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return new Object[] {most, length, length - most};
    }

    private String distinct(Sheet sheet, String path) {
        var child = Paths.child(path).flatMap(found -> sheet.type().child(found.children())).orElseThrow();
        return String.join(", ", child.distinct().stream().map(name -> words.say(Words.key(sheet.type(), child) + "." + name)).toList());
    }

    private String labels(Sheet sheet, Problem problem) {
        var child = Paths.child(problem.path()).map(found -> kind(sheet, found.children()));
        var key = child.map(kind -> Words.key(sheet.type(), kind)).orElseGet(() -> sheet.type().messageKey());
        return String.join(", ", problem.arguments().stream().map(name -> words.say(key + "." + name)).toList());
    }

    private static String text(Sheet sheet, String path) {
        return Paths.child(path).map(found -> sheet.text(kind(sheet, found.children()), found.id(), found.field())).orElseGet(() -> sheet.text(path));
    }

    private static ChildType kind(Sheet sheet, String children) {
        return sheet.type().child(children).orElseThrow();
    }

    /** The end of the address under which the editor shows the place: what is in a card comes when the card is named. */
    static @Nullable String href(Sheet sheet, String path) {
        if (path.isEmpty()) {
            return null;
        }
        var card = Paths.child(path).map(found -> "?" + EditorForm.CARD + "=" + found.id()).orElse("");
        return card + "#" + (sheet.type().child(path).isPresent() ? CardList.idOf(path) : Input.idOf(path));
    }

    private static Complaint.@Nullable Holder holder(Sheet sheet, Problem problem, @Nullable Refusal refusal) {
        if (problem.code().equals("SlugTaken")) {
            return new Complaint.Holder(problem.arguments().get(2).toString(), problem.arguments().get(1).toString(), null);
        }
        if (problem.code().equals("RelatedUnpublished") && refusal != null) {
            return refusal.unpublished().stream().filter(related -> related.field().equals(problem.path())).findFirst().map(Complaints::holder).orElse(null);
        }
        if (!problem.code().equals("SlugLive") || refusal == null || refusal.holder() == null) {
            return null;
        }
        var holder = refusal.holder();
        return new Complaint.Holder("/" + sheet.type().path() + "/" + holder.entry(), holder.title(),
            holder.renamed() ? EditorForm.WITH + "=" + holder.entry() : null);
    }

    private static Complaint.Holder holder(Unpublished related) {
        return new Complaint.Holder("/" + related.type() + "/" + related.entry(), related.title(),
            related.archived() ? null : EditorForm.WITH + "=" + related.entry());
    }
}
