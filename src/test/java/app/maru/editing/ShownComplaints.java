package app.maru.editing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;


/** What the editor complains of. */
public final class ShownComplaints {

    private ShownComplaints() {
    }

    /** The sentences in the page; none where it is no editor. */
    public static List<String> in(@Nullable ModelAndView view) {
        return view != null && view.getModel().get("page") instanceof EditorPage page ? page.complaints().stream().map(Complaint::says).toList() : List.of();
    }
}
