package app.maru.together;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What somebody types: every text is another, and says whose it is. */
final class Typing {

    private static final List<String> FIELDS = List.of("name", "headline", "description");
    private static final List<List<String>> KINDS = List.of(List.of("features", "label", "description"), List.of("faqs", "question", "answer"));
    private static final int MOST_CARDS = 5;
    private static final String FAR_TOO_LONG = "길".repeat(250);

    private final String name;
    private final Random random;
    private int typed;

    Typing(String name, Random random) {
        this.name = name;
        this.random = random;
    }

    String name() {
        return name;
    }

    private String next() {
        return "글 %s-%d".formatted(name, ++typed);
    }

    /** Types at one place or a few. */
    void type(Tab tab, Claims claims) {
        for (int more = random.nextInt(3); more >= 0; more--) {
            if (random.nextInt(3) == 0) {
                tab.type(FIELDS.get(random.nextInt(FIELDS.size())), next(), claims);
            } else {
                atCards(tab, KINDS.get(random.nextInt(KINDS.size())), claims);
            }
        }
        if (random.nextInt(40) == 0) {
            tab.type("headline", next() + FAR_TOO_LONG, claims);
        }
    }

    private void atCards(Tab tab, List<String> kind, Claims claims) {
        var cards = tab.cards(kind.getFirst());
        if (cards.isEmpty() || cards.size() < MOST_CARDS && random.nextInt(6) == 0) {
            add(tab, kind, claims);
        } else if (cards.size() > 1 && random.nextInt(10) == 0) {
            remove(tab, kind.getFirst(), cards.get(random.nextInt(cards.size())));
        } else if (random.nextInt(8) == 0) {
            move(tab, kind.getFirst());
        } else {
            tab.type(place(kind, cards.get(random.nextInt(cards.size())), 1 + random.nextInt(2)), next(), claims);
        }
    }

    private static String place(List<String> kind, String card, int field) {
        return kind.getFirst() + "." + card + "." + kind.get(field);
    }

    private void add(Tab tab, List<String> kind, Claims claims) {
        var card = new UUID(random.nextLong(), random.nextLong()).toString();
        var order = new ArrayList<>(tab.all("_order." + kind.getFirst()));
        order.add(random.nextInt(order.size() + 1), card);
        tab.arrange("_order." + kind.getFirst(), order);
        tab.type(place(kind, card, 1), next(), claims);
    }

    private static void remove(Tab tab, String kind, String card) {
        var removed = new ArrayList<>(tab.all("_removed." + kind));
        removed.add(card);
        tab.arrange("_removed." + kind, removed);
    }

    private void move(Tab tab, String kind) {
        var order = new ArrayList<>(tab.all("_order." + kind));
        Collections.shuffle(order, random);
        tab.arrange("_order." + kind, order);
    }

    /** What is far too long to be saved is shortened. */
    void shorten(Tab tab, Claims claims) {
        tab.type("headline", next(), claims);
    }
}
