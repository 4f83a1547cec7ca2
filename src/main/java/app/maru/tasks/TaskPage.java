package app.maru.tasks;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.maru.content.MarkdownText;
import app.maru.desk.Input;

/**
 * The page of a task.
 *
 * @param line the task as it is stored; null for one that is still to be made
 * @param inputs the fields of its form, by their names
 * @param was what the form said when it was made
 * @param problems what is wrong with the form
 * @param clashes the fields that somebody else has changed meanwhile
 * @param goneAssignee who is to do it but cannot sign in any more; null for nobody
 * @param talk what was said, and what became of it
 * @param comment what is being said, with what is wrong with it
 */
record TaskPage(@Nullable TaskLine line, int version, Map<String, Input> inputs, Map<String, String> was, List<Problem> problems, List<Clash> clashes,
                @Nullable String goneAssignee, List<Said> talk, Input comment) {

    /** Something wrong, and where. */
    record Problem(String href, String text) {}

    /** A field that somebody else has changed, and what it says now. */
    record Clash(String label, String now) {}

    /**
     * Something that was said, or became of the task.
     *
     * @param who who said it; null for the product
     */
    record Said(Comment comment, @Nullable String who) {

        /** What was said, as it is shown. */
        public String sanitised() {
            return MarkdownText.preview(comment.text());
        }
    }

    /** The task's description, as it is shown. */
    public String sanitised() {
        return line == null ? "" : MarkdownText.preview(line.task().description());
    }

    /** What can become of the task now. */
    public List<Status> next() {
        return line == null ? List.of() : Stream.of(Status.values())
            .filter(status -> line.task().status().isToDo() ? status != line.task().status() : status == Status.OPEN).toList();
    }
}
