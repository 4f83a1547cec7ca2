package app.maru.content;

import java.util.UUID;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A form as a browser posts it, for tests. */
public record PostedForm(MultiValueMap<String, String> parameters) {

    public PostedForm() {
        this(new LinkedMultiValueMap<>());
    }

    /** A form with one root field; more by {@link #and}. */
    public static PostedForm with(String path, String text) {
        return new PostedForm().and(path, text);
    }

    public PostedForm and(String path, String text) {
        parameters.add(path, text);
        return this;
    }

    /** A child's card: its place in the order and one of its fields. */
    public PostedForm card(String children, UUID id, String field, String text) {
        parameters.add(Paths.order(children), id.toString());
        return and(Paths.of(children, id, field), text);
    }

    public PostedForm removing(String children, UUID id) {
        parameters.add(Paths.removed(children), id.toString());
        return this;
    }
}
