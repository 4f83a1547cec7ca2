package app.maru.together;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.maru.together.Attempt.Save;
import app.maru.together.Look.Revision;

/** One person's forms whose line broke off before there was an answer: each makes one revision at any later time, or none. */
final class Underway {

    private List<Save> forms = new ArrayList<>();

    void add(Save form) {
        forms.add(form);
    }

    int size() {
        return forms.size();
    }

    /** Whether each of the revisions is all of one of the forms; those are underway no more. */
    boolean made(List<Revision> revisions) {
        var left = left(forms, revisions);
        forms = left == null ? forms : left;
        return left != null;
    }

    /** Whether one of the revisions is all of the form, and each other one all of a form that was underway. */
    boolean madeBeside(Save form, List<Revision> revisions) {
        return revisions.stream().anyMatch(revision -> form.missing(revision.says()).isEmpty() && made(without(revisions, revision)));
    }

    private static @Nullable List<Save> left(List<Save> forms, List<Revision> revisions) {
        if (revisions.isEmpty()) {
            return forms;
        }
        var first = revisions.getFirst();
        for (var form : forms) {
            var left = form.missing(first.says()).isEmpty() ? left(without(forms, form), without(revisions, first)) : null;
            if (left != null) {
                return left;
            }
        }
        return null;
    }

    private static <T> List<T> without(List<T> all, T one) {
        var others = new ArrayList<>(all);
        others.removeIf(other -> other == one);
        return others;
    }

    @Override
    public String toString() {
        return forms.toString();
    }
}
