package app.maru.content;

import java.util.List;
import java.util.UUID;

import org.springframework.util.MultiValueMap;

import app.maru.content.Unsaved.Part;

/**
 * One opening of an entry's form in a browser, when the form is saved.
 *
 * @param number how often it has had text kept
 * @param kept the unsaved text that the form was laid over; what the form does not hold is saved from there
 */
public record Sitting(UUID id, int number, Unsaved kept) {

    /** A form that was never opened in a browser. */
    public static Sitting none() {
        return new Sitting(UUID.randomUUID(), 0, Unsaved.NONE);
    }

    /** The parts that hold nothing newer than the form: a form may be long on its way. */
    List<Part> known() {
        return kept.parts().stream().filter(this::knows).toList();
    }

    private boolean knows(Part part) {
        return !part.sitting().equals(id) || part.number() <= number;
    }

    /** What is kept and the form does not say; without cards that it knew of, and lists no more although its base does not have them. */
    Unsaved keptBeside(MultiValueMap<String, String> form, Snapshot base) {
        return new Unsaved(kept.beside(form).parts().stream().map(part -> knows(part) ? part.without(place -> isLetGo(place, form, base)) : part).toList());
    }

    private static boolean isLetGo(String place, MultiValueMap<String, String> form, Snapshot base) {
        return Paths.child(place).filter(child -> base.item(child.children(), child.id()).isEmpty()
            && form.containsKey(Paths.order(child.children())) && !Form.ids(form, Paths.order(child.children())).contains(child.id())).isPresent();
    }
}
