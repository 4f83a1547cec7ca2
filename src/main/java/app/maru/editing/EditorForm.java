package app.maru.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

import app.maru.content.Paths;
import app.maru.content.Snapshot;
import app.maru.content.Sitting;
import app.maru.content.Unsaved;

/** A form as the editor sends it: fields by path, and beside them what it was made from and what its buttons say. */
record EditorForm(MultiValueMap<String, String> parameters) {

    /** The lock version that the form was made from; a form without one makes a new entry. */
    static final String VERSION = "_version";
    /** The revision that the form was made from. */
    static final String BASE = "_base";
    /** The id of the entry that a form makes. */
    static final String ENTRY = "_entry";
    /** The opening of the form that it was typed in. */
    static final String SITTING = "_sitting";
    /** How often that sitting has had text kept. */
    static final String NUMBER = "_number";
    /** Another sitting whose unsaved text the form was laid over, with its number then. */
    static final String SEEN = "_seen";
    /** A place where both changed the text and theirs is to stand. */
    static final String THEIRS = "_theirs";
    /** Says that mine is to stand wherever both changed the text. */
    static final String MINE = "_mine";
    /** The card that is to be open. */
    static final String CARD = "card";
    /** A change to the form itself, such as one more card. */
    static final String COMMAND = "_do";

    /** Begins the name of what entries to point to are searched for by, and the command that searches without a script. */
    static final String FIND = "_find.";

    /** The revision that is to be published, where no form is sent. */
    static final String REVISION = "_revision";
    /** Other entries whose working copies go live in the same edition. */
    static final String WITH = "_with";

    /** Says that somebody has seen the warnings and publishes all the same. */
    static final String ACKNOWLEDGED = "_acknowledged";

    /** No form: the editor shows what is stored. */
    static EditorForm none() {
        return new EditorForm(new LinkedMultiValueMap<>());
    }

    /** This form, which must be one that changes a stored entry. */
    EditorForm ofStored() {
        version();
        base();
        return this;
    }

    /** Whether it is the editor's form, rather than a button's of its own. */
    boolean isOfEditor() {
        return parameters.containsKey(VERSION) || parameters.containsKey(ENTRY);
    }

    boolean makesNew() {
        return !parameters.containsKey(VERSION);
    }

    boolean isAcknowledged() {
        return parameters.containsKey(ACKNOWLEDGED);
    }

    String command() {
        return Optional.ofNullable(parameters.getFirst(COMMAND)).orElse("");
    }

    /** What entries for the field are searched for by. */
    String wanted(String path) {
        return Optional.ofNullable(parameters.getFirst(FIND + path)).orElse("");
    }

    int version() {
        return number(VERSION).orElseThrow(() -> lacking(VERSION));
    }

    int base() {
        return number(BASE).orElseThrow(() -> lacking(BASE));
    }

    UUID entry() {
        var text = parameters.getFirst(ENTRY);
        return text == null ? UUID.randomUUID() : uuid(text).orElseThrow(() -> lacking(ENTRY));
    }

    UUID sitting() {
        return uuid(parameters.getFirst(SITTING)).orElseThrow(() -> lacking(SITTING));
    }

    int sent() {
        return number(NUMBER).filter(number -> number >= 0).orElse(0);
    }

    /** The sitting, if any, with what it knew of the person's unsaved text where theirs is not to stand. */
    Sitting sitting(Unsaved unsaved) {
        if (!parameters.containsKey(SITTING)) {
            return Sitting.none();
        }
        var own = sitting();
        var seen = parameters.getOrDefault(SEEN, List.of());
        return new Sitting(own, sent(), unsaved.only(part -> part.sitting().equals(own) || seen.contains(seen(part))).without(this::isTheirs));
    }

    static String seen(Unsaved.Part part) {
        return part.sitting() + ":" + part.number();
    }

    /** What it says of the entry: its fields by path, and how its cards stand. */
    MultiValueMap<String, String> places() {
        var places = new LinkedMultiValueMap<String, String>();
        parameters.forEach((name, values) -> {
            if (!name.startsWith(Paths.CONTROL) || name.startsWith(Paths.order("")) || name.startsWith(Paths.removed(""))) {
                places.put(name, values);
            }
        });
        return places;
    }

    Optional<Integer> number(String name) {
        try {
            return Optional.ofNullable(parameters.getFirst(name)).map(Integer::valueOf);
        } catch (NumberFormatException e) {
            throw lacking(name);
        }
    }

    List<UUID> ids(String name) {
        return parameters.getOrDefault(name, List.of()).stream().flatMap(text -> uuid(text).stream()).distinct().toList();
    }

    /** The cards of that kind in the form's order; in that of what it was made from where the form says nothing of them. */
    List<UUID> order(String children, Snapshot base) {
        return new ArrayList<>(parameters.containsKey(Paths.order(children)) ? ids(Paths.order(children))
            : base.items(children).stream().map(Snapshot.Item::id).toList());
    }

    static void put(MultiValueMap<String, String> parameters, String name, List<UUID> ids) {
        parameters.put(name, ids.stream().map(UUID::toString).toList());
    }

    /** Whether theirs is to stand at that place. */
    boolean takesTheirs(String path) {
        return theirs().contains(path);
    }

    private List<String> theirs() {
        return parameters.containsKey(MINE) ? List.of() : parameters.getOrDefault(THEIRS, List.of());
    }

    /** This form where it says what is to be saved: at the places where theirs stands it says nothing. */
    MultiValueMap<String, String> withTheirs() {
        var fields = new LinkedMultiValueMap<String, String>();
        var theirs = theirs();
        parameters.forEach((name, values) -> {
            if (!isTheirs(name)) {
                fields.put(name, values.stream().filter(value -> !isCardOf(theirs, name, value)).toList());
            }
        });
        return fields;
    }

    private boolean isTheirs(String name) {
        return theirs().stream().anyMatch(path -> name.equals(path) || Paths.card(path).isPresent() && name.startsWith(path + "."));
    }

    private static boolean isCardOf(List<String> theirs, String name, String value) {
        return name.startsWith(Paths.CONTROL) && theirs.stream().anyMatch(path ->
            path.endsWith("." + value) && (name.equals(Paths.order(kind(path))) || name.equals(Paths.removed(kind(path)))));
    }

    private static String kind(String path) {
        return path.substring(0, path.indexOf('.'));
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ResponseStatusException lacking(String name) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, "The form lacks a readable " + name);
    }
}
