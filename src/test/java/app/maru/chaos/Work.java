package app.maru.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import tools.jackson.databind.json.JsonMapper;

import app.maru.chaos.Desk.Page;
import app.maru.chaos.Desk.Unanswered;
import app.maru.chaos.Hand.Input;

/** One writer at one entry: opens it, saves, publishes, and writes down what was acknowledged. */
final class Work implements Task {

    /** Warnings of the checks keep nobody here from publishing. */
    private static final Input SEEN = new Input("_acknowledged", "true");
    private static final String PRODUCTS = "/billing/products";
    private static final JsonMapper JSON = new JsonMapper();

    private final Sheet sheet;
    private final Hand hand;
    private final Desk desk;
    private final Ledger ledger;
    private final Random random;
    private int tried;
    private int acknowledged;

    Work(Sheet sheet, Hand hand, Desk desk, Ledger ledger, Random random) {
        this.sheet = sheet;
        this.hand = hand;
        this.desk = desk;
        this.ledger = ledger;
        this.random = random;
    }

    @Override
    public void act() throws Unanswered, SignedOut {
        var page = open();
        if (page.isPresent()) {
            int dice = random.nextInt(10);
            if (dice < 2) {
                publish(page.get(), List.of());
            } else {
                save(page.get(), tried + 1, dice == 9);
            }
        }
    }

    Sheet sheet() {
        return sheet;
    }

    /** The editor's page; empty when there was no entry yet, which its owner now tried to make. */
    Optional<Page> open() throws Unanswered, SignedOut {
        var page = known(desk.get(address() + hand.look()));
        if (page.status() == 404 && acknowledged == 0) {
            create();
            return Optional.empty();
        }
        if (page.status() != 200) {
            ledger.surprise("%s answered %d after count %d was acknowledged".formatted(address(), page.status(), acknowledged));
            return Optional.empty();
        }
        shown(page).filter(shown -> shown < acknowledged || shown > tried)
            .ifPresent(shown -> ledger.surprise("%s shows count %d of hand %d, though %d was acknowledged and %d tried"
                .formatted(address(), shown, hand.number(), acknowledged, tried)));
        return Optional.of(page);
    }

    /** The count that the page shows, if it shows one. */
    Optional<Integer> shown(Page page) {
        return page.value(hand.witness()).map(hand::count);
    }

    /** Whoever does not own an entry waits until its owner has made it. */
    private void create() throws Unanswered, SignedOut {
        if (!hand.owner()) {
            return;
        }
        tried++;
        var form = new ArrayList<>(hand.form(tried));
        form.add(new Input("slug", sheet.slug()));
        form.add(new Input("_entry", sheet.entry().toString()));
        form.add(token(known(desk.get(PRODUCTS + "/new"))));
        acknowledge(desk.post(PRODUCTS, form), tried);
    }

    void save(Page page, int count, boolean andPublish) throws Unanswered, SignedOut {
        tried = Math.max(tried, count);
        var form = new ArrayList<>(hand.form(count));
        form.add(new Input("_version", value(page, "_version")));
        form.add(new Input("_base", value(page, "_base")));
        form.add(token(page));
        form.add(SEEN);
        boolean done = acknowledge(desk.put(address() + (andPublish ? "/publication" : ""), form), count);
        if (done && andPublish) {
            ledger.published(hand, 0, count);
            visit();
        }
    }

    /** Publishes what the page shows, in one edition with what others were last saved as. */
    void publish(Page page, List<Work> others) throws Unanswered, SignedOut {
        int revision = Integer.parseInt(value(page, "_base"));
        var form = new ArrayList<>(List.of(new Input("_revision", Integer.toString(revision)), SEEN, token(page)));
        others.forEach(other -> form.add(new Input("_with", other.sheet.entry().toString())));
        if (isDone(desk.put(address() + "/publication", form))) {
            ledger.published(hand, revision, 0);
            visit();
        }
    }

    private boolean acknowledge(Page answer, int count) throws SignedOut {
        boolean done = isDone(answer);
        if (done) {
            ledger.saved(hand, count);
            acknowledged = count;
        }
        return done;
    }

    private boolean isDone(Page answer) throws SignedOut {
        boolean done = known(answer).isRedirect() && answer.location().orElse("").contains(sheet.entry().toString());
        if (!done) {
            ledger.surprise("%s was refused: %d".formatted(address(), answer.status()));
        }
        return done;
    }

    /** Visitors get what was just published; where several publish, it may be somebody else's publication already. */
    private void visit() throws Unanswered {
        var answer = desk.get("/api/v1" + address());
        if (answer.status() != 200) {
            ledger.surprise("%s: visitors get %d, though it was published".formatted(address(), answer.status()));
        } else if (sheet.hands().size() == 1 && hand.read(JSON.readTree(answer.body()).path("data")) < acknowledged) {
            ledger.surprise("%s: visitors get less than count %d, though that was published".formatted(address(), acknowledged));
        }
    }

    private String address() {
        return PRODUCTS + "/" + sheet.entry();
    }

    private static Page known(Page page) throws SignedOut {
        if (page.asksToSignIn()) {
            throw new SignedOut();
        }
        return page;
    }

    private static String value(Page page, String name) {
        return page.value(name).orElseThrow(() -> new Broken("The editor's page has no " + name));
    }

    private static Input token(Page page) {
        return new Input("_csrf", value(page, "_csrf"));
    }
}
