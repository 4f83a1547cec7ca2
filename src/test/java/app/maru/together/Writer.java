package app.maru.together;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import app.maru.identity.DeskBrowser.Page;
import app.maru.together.Attempt.Save;
import app.maru.together.Look.Revision;
import app.maru.together.Person.Result;

/** One who writes, in one tab or two: types, has it kept, saves, and looks after each answer for what should be there. */
final class Writer implements Runnable {

    private static final int TABS = 2;

    private final String address;
    private final UUID id;
    private final Person person;
    private final Person script;
    private final boolean publishes;
    private final Typing typing;
    private final Look look;
    private final Book book;
    private final Run run;
    private final Random random;
    private final Claims claims = new Claims();
    private final List<Tab> tabs = new ArrayList<>();
    private final Map<Tab, Map<String, String>> underway = new LinkedHashMap<>();
    private final Underway savesUnderway = new Underway();
    private final Deque<Line> lines = new ArrayDeque<>();
    private final Map<String, Set<String>> everKept = new ConcurrentHashMap<>();
    private int seen;

    Writer(House house, UUID entry, House.Somebody somebody, Book book, Run run, Random random) {
        this.address = House.address(entry);
        this.id = somebody.id();
        this.person = new Person(house.port(), somebody.role(), run);
        this.script = new Person(house.port(), somebody.role(), run).scripted();
        this.publishes = somebody.publishes();
        this.typing = new Typing(somebody.role().name().substring(0, 2), random);
        this.look = new Look(house.database(), entry);
        this.book = book;
        this.run = run;
        this.random = random;
    }

    @Override
    public void run() {
        seen = look.revisions().size();
        while (run.goesOn()) {
            step();
            arrived();
            check();
        }
        lines.forEach(Line::breakOff);
        look.close();
    }

    private void step() {
        if (!lines.isEmpty() && random.nextInt(3) == 0) {
            lines.remove().end();
        }
        var tab = tabs.isEmpty() || tabs.size() < TABS && random.nextInt(15) == 0 ? open() : tabs.get(random.nextInt(tabs.size()));
        if (tab == null) {
            return;
        }
        typing.type(tab, claims);
        switch (random.nextInt(21)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> keep(tab, message(tab));
            case 8 -> hangUp(tab);
            case 9, 10, 11, 12, 13, 14 -> save(tab);
            case 15, 16 -> keepWhileSaving(tab);
            case 17 -> {
                if (underway.isEmpty() && lines.isEmpty()) {
                    discard(tab);
                }
            }
            case 18 -> tabs.remove(tab);
            case 19 -> hangUpWhileSaving(tab);
            default -> run.count("typed on");
        }
    }

    private @Nullable Tab open() {
        var page = person.open("open", address);
        var fields = Fields.of(page.body());
        if (page.status() != 200) {
            return null;
        }
        run.check(fields.isForm(), "the editor's page has no form: " + Person.main(page));
        if (page.body().contains("did not save is in the form")) {
            run.count("resumed");
        }
        var tab = new Tab(fields, claims);
        tabs.add(tab);
        return tab;
    }

    /** The next message; what it says of a place is no longer kept for the other tab. */
    private Map<String, List<String>> message(Tab tab) {
        tabs.stream().filter(other -> other != tab).forEach(other -> other.keptElsewhere(tab.typed().keySet()));
        return tab.message();
    }

    private void remember(Map<String, String> texts) {
        texts.forEach((place, text) -> everKept.computeIfAbsent(place, any -> ConcurrentHashMap.newKeySet()).add(text));
    }

    private void keep(Tab tab, Map<String, List<String>> message) {
        var sent = tab.typed();
        remember(sent);
        var page = script.put("keep", address + "/unsaved", message);
        if (Result.of(page) == Result.DONE) {
            underway.remove(tab);
            claims.kept(sent);
            underway.values().forEach(claims::sent);
            tab.kept();
        } else {
            run.check(page.status() == 503, "what was typed is not kept: %s".formatted(Person.main(page)));
            claims.sent(sent);
        }
    }

    /** The line breaks off before there is an answer: the text may come whenever it likes, also behind a later one. */
    private void hangUp(Tab tab) {
        var sent = tab.typed();
        lines.add(script.hangUp("keep", address + "/unsaved", message(tab)));
        remember(sent);
        claims.sent(sent);
        underway.computeIfAbsent(tab, any -> new LinkedHashMap<>()).putAll(sent);
    }

    /** The same text from the same tab, or other text from another one: nobody knows which comes first. */
    private void keepWhileSaving(Tab tab) {
        var other = tabs.get(random.nextInt(tabs.size()));
        var message = message(other);
        var keeping = CompletableFuture.runAsync(() -> keep(other, message), Thread::startVirtualThread);
        save(tab, tab.form(place -> false), keeping);
        run.count("kept while saving");
    }

    private void save(Tab tab) {
        boolean closed = random.nextInt(3) == 0;
        save(tab, tab.form(place -> closed && claims.isKept(place, tab.mine((any, text) -> true).getOrDefault(place, ""))), CompletableFuture.completedFuture(null));
    }

    private void save(Tab tab, Map<String, List<String>> form, CompletableFuture<Void> beside) {
        var save = book.begin(attempt(tab, form, false));
        boolean publish = publishes && random.nextInt(4) == 0;
        var publishing = publish ? book.begin(new Attempt.Publish(id, 0)) : null;
        var page = person.put(publish ? "save and publish" : "save", address + (publish ? "/publication" : ""), withoutWarning(form));
        beside.join();
        var result = Result.of(page);
        boolean made = made(save, result == Result.CONFLICT || result == Result.REFUSED && !publish);
        switch (result) {
            case DONE -> saved(tab, save, made, page);
            case CONFLICT -> conflict(tab, save, made, page);
            case BUSY -> unknown(tab, save);
            case REFUSED -> refused(tab, save, publish, made, page);
        }
        if (publishing != null && result == Result.CONFLICT) {
            book.refused(publishing);
        }
    }

    private Save attempt(Tab tab, Map<String, List<String>> form, boolean late) {
        var known = look.revisions();
        var texts = tab.mine((place, text) -> (form.containsKey(place) || claims.isKept(place, text))
            && known.stream().noneMatch(revision -> revision.says().has(place, text)));
        return new Save(id, tab.base(), form, late ? everKept : look.unsaved(id), texts, tab.theirs(), late);
    }

    private static Map<String, List<String>> withoutWarning(Map<String, List<String>> form) {
        var sent = new LinkedHashMap<>(form);
        sent.put("_acknowledged", List.of("true"));
        return sent;
    }

    /** The line breaks off before there is an answer: the form may come whenever it likes, also behind what is kept later. */
    private void hangUpWhileSaving(Tab tab) {
        var form = tab.form(place -> false);
        var save = book.begin(attempt(tab, form, true));
        savesUnderway.add(save);
        lines.add(script.hangUp("save", address, form));
        unknown(tab, save);
    }

    /**
     * Whether the form made a revision. Each new one of this person's is all of that form or of one that was underway: one
     * form never makes two.
     *
     * @param denied whether the server said that the form made none: then one that may be another's is
     */
    private boolean made(Save save, boolean denied) {
        var mine = news();
        int before = savesUnderway.size();
        boolean others = denied && savesUnderway.made(mine);
        boolean made = !others && savesUnderway.madeBeside(save, mine);
        explained(mine, others || made || savesUnderway.made(mine), before);
        return made;
    }

    private void arrived() {
        var mine = news();
        int before = savesUnderway.size();
        explained(mine, savesUnderway.made(mine), before);
    }

    private List<Revision> news() {
        var mine = look.revisions().stream().skip(seen).filter(revision -> revision.author().equals(id)).toList();
        seen = look.revisions().size();
        return mine;
    }

    private void explained(List<Revision> mine, boolean are, int before) {
        run.check(are, "revisions are torn, or made twice: %s by one of %s%n  %s%n  %s".formatted(mine, savesUnderway, person.diary(), script.diary()));
        run.count("saved late", before - savesUnderway.size());
    }

    private void saved(Tab tab, Save save, boolean made, Page page) {
        run.check(made || save.missing(new Says(Map.of(), Map.of())).isEmpty(),
            "a save was acknowledged and no revision has it: %s %s".formatted(save, page.status()));
        underway.remove(tab);
        claims.replaced(tab.replaced());
        settle(save);
        tabs.remove(tab);
    }

    /** Nothing is claimed any more of what was given up by saving. */
    private void settle(Save save) {
        claims.givenUp(place -> save.removes(Says.card(place)) || save.takesTheirs(place));
    }

    private void unknown(Tab tab, Save save) {
        claims.sent(tab.mine((place, text) -> true));
        settle(save);
    }

    private void conflict(Tab tab, Save save, boolean made, Page page) {
        run.check(!made, "a conflict was saved all the same: " + save);
        book.refused(save);
        var answer = Fields.of(page.body());
        remembers(save, answer, page);
        claims.givenUp(save::takesTheirs);
        tab.merged(answer, path -> random.nextInt(3) == 0);
        if (random.nextInt(5) == 0) {
            tabs.remove(tab);
        }
    }

    /** Whatever was in the form that was sent is in the one that comes back. */
    private void remembers(Save save, Fields answer, Page page) {
        save.texts().forEach((place, text) -> run.check(!save.form().containsKey(place) || answer.text(place).equals(text) || save.takesTheirs(place)
            || save.removes(Says.card(place)), "the form came back (%d) without %s = %s: there is '%s'".formatted(page.status(), place, text, answer.text(place))));
    }

    private void refused(Tab tab, Save save, boolean publish, boolean made, Page page) {
        if (publish) {
            unknown(tab, save);
            tabs.remove(tab);
            return;
        }
        run.check(!made, "a refusal was saved all the same: " + save);
        run.check(page.status() == 422 && tab.refused() < 4, "a form is refused: " + Person.main(page));
        book.refused(save);
        remembers(save, Fields.of(page.body()), page);
        typing.shorten(tab, claims);
    }

    private void discard(Tab tab) {
        var form = tab.form(place -> true);
        form.keySet().retainAll(Set.of("_sitting", "_number"));
        var before = claims.all();
        var page = person.delete("discard unsaved", address + "/unsaved", form);
        claims.givenUp(place -> true);
        tabs.clear();
        if (Result.of(page) == Result.DONE && random.nextBoolean()
            && Result.of(person.send("take back unsaved", address + "/unsaved/restorations", "post", Map.of())) == Result.DONE) {
            claims.back(before);
        }
    }

    private void check() {
        look.revisions().forEach(revision -> claims.settle(revision.says()));
        var lost = claims.lost(look.unsaved(id));
        run.check(lost.isEmpty(), "lost: %s was told that it is kept: %s%n  %s%n  %s".formatted(typing.name(), lost, person.diary(), script.diary()));
        run.checked(claims.size());
    }
}
