package app.maru.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import app.maru.content.PostedForm;
import app.maru.desk.Toast;
import app.maru.editing.ShownComplaints;
import app.maru.identity.TestPeople;

/** An editor's hands at the desk: send its forms, and take back what its messages offer to undo. */
final class Hands {

    private static final Map<String, Pattern> SENTENCES = sentences();

    private final House house;
    private final List<Toast> undoable = new ArrayList<>();
    private @Nullable WebApplicationContext at;
    private @Nullable MockMvc desk;
    private @Nullable MvcResult last;

    Hands(House house) {
        this.house = house;
    }

    /** Each reason by the sentence that the desk has for it. */
    private static Map<String, Pattern> sentences() {
        var messages = ResourceBundle.getBundle("messages", Locale.ROOT);
        var sentences = new TreeMap<String, Pattern>();
        messages.keySet().stream().filter(key -> key.startsWith("problem.")).forEach(key -> {
            var text = Pattern.quote(messages.getString(key).replace("''", "'")).replaceAll("\\{\\d[^}]*}", "\\\\E.*\\\\Q");
            sentences.put(key.substring("problem.".length()), Pattern.compile(text, Pattern.DOTALL));
        });
        return sentences;
    }

    /** What is wanted of the house. */
    Answer send(HttpMethod method, String address, PostedForm form) {
        if (at != house.application()) {
            at = (WebApplicationContext) house.application();
            desk = MockMvcBuilders.webAppContextSetup(at).build();
        }
        SecurityContextHolder.getContext().setAuthentication(TestPeople.authenticated(TestPeople.EDITOR));
        try {
            last = desk.perform(MockMvcRequestBuilders.request(method, address).params(form.parameters()).locale(Locale.ENGLISH)).andReturn();
            return answer(last);
        } catch (Exception e) {
            throw new Mismatch("%s %s %s fails: %s".formatted(method, address, form.parameters(), e), e);
        }
    }

    private Answer answer(MvcResult result) {
        var toast = (Toast) result.getFlashMap().get("toast");
        boolean offers = toast != null && toast.undoAction() != null;
        if (offers) {
            undoable.add(toast);
        }
        return new Answer(result.getResponse().getStatus(), toast == null ? "" : news(toast), reasons(result), offers);
    }

    private static String news(Toast toast) {
        return !toast.messageKey().startsWith("batch.") || toast.arguments().isEmpty() ? toast.messageKey()
            : toast.messageKey() + " " + String.join(" ", toast.arguments());
    }

    private static Set<String> reasons(MvcResult result) {
        var reasons = new TreeSet<String>();
        ShownComplaints.in(result.getModelAndView()).forEach(says -> reasons.add(reason(says)));
        return reasons;
    }

    private static String reason(String says) {
        return SENTENCES.entrySet().stream().filter(sentence -> sentence.getValue().matcher(says).matches()).map(Map.Entry::getKey)
            .filter(key -> !key.equals("NotNull")).findFirst().orElse(says);
    }

    /** Takes back what was offered to be undone, counted from the last. */
    Answer undo(int back) {
        var toast = undoable.remove(undoable.size() - 1 - back);
        var form = new PostedForm();
        toast.undoFields().forEach(form::and);
        return send(HttpMethod.valueOf(Objects.requireNonNullElse(toast.undoMethod(), "post").toUpperCase(Locale.ROOT)), toast.undoAction(), form);
    }

    int undoable() {
        return undoable.size();
    }

    /** The id of what was just done at once, where the desk names it. */
    @Nullable UUID batch() {
        var flash = (Toast) last.getFlashMap().get("toast");
        var address = flash != null && flash.undoAction() != null ? flash.undoAction() : Objects.requireNonNullElse(last.getResponse().getRedirectedUrl(), "");
        int at = address.indexOf("/batches/");
        return at < 0 ? null : UUID.fromString(address.substring(at + "/batches/".length()));
    }
}
