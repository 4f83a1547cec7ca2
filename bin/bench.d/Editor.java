import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Somebody who works in the editor of a product with many children, in a real browser. Arguments: the link for the first
 * admin, the seed, how many children, how often each act is done, and how many edits.
 */
class Editor {

    private static final String[] WORDS = ("요금 플랜 게시 콘텐츠 자동 편집 영상 채널 팀 구독 매월 매년 결제 환불 지원 무제한 분석 추천 일정 예약 "
        + "검토 승인 초대 권한 보관 내보내기 템플릿 자막 음성 썸네일 알림 통합 보고서 목표 성과 시작 안내 바로 쉽게 함께 더 빠르게").split(" ");
    private static final int KILOBYTE = 1000;
    private static final int SLOWER = 4;
    private static final String FLOOR = "a button that changes its own look";

    private final Waits waits = new Waits();
    private final Chromium chromium;
    private final String address;
    private final Random random;
    private final int children;
    private final Map<String, List<Double>> durations = new LinkedHashMap<>();
    private long checked;

    private Editor(Chromium chromium, String address, Random random, int children) {
        this.chromium = chromium;
        this.address = address;
        this.random = random;
        this.children = children;
    }

    public static void main(String[] arguments) throws Exception {
        var link = URI.create(arguments[0]);
        var random = new Random(Long.parseLong(arguments[1]));
        int children = Integer.parseInt(arguments[2]);
        var address = product(Person.arriving(link), random, children);
        boolean reached;
        try (var chromium = new Chromium(link.resolve("/"))) {
            var editor = new Editor(chromium, address, random, children);
            editor.measureTransfer();
            editor.measureInteractions(Integer.parseInt(arguments[3]));
            editor.measureMemory(Integer.parseInt(arguments[4]));
            reached = editor.waits.verdict(editor.checked);
        }
        System.exit(reached ? 0 : 1); // only here: the browser would be left running
    }

    /** A live product, of which one child has been changed since. */
    private static String product(Person person, Random random, int children) throws Exception {
        var id = UUID.randomUUID();
        var address = "/billing/products/" + id;
        var form = Person.form("_entry", id.toString(), "name", "플랜", "slug", "plan", "headline", text(random, 6), "description", text(random, 60));
        UUID card = null;
        for (int i = 0; i < children; i++) {
            card = UUID.randomUUID();
            Person.add(form, "_order.features", card.toString());
            Person.add(form, "features." + card, "label", text(random, 4), "icon", "check", "description", text(random, 18));
        }
        Person.expect(302, person.post("/billing/products", form));
        Person.expect(302, person.post(address + "/publication", Person.form("_method", "put", "_acknowledged", "true")));
        Person.expect(302, person.post(address, Person.form("_method", "put", "_version", "0", "_base", "1", "features." + card + ".label", "바뀐 기능")));
        return address;
    }

    private static String text(Random random, int words) {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        return text.toString();
    }

    // ---- what is transferred, compressed, with an empty cache

    private void measureTransfer() {
        chromium.signIn();
        var desk = chromium.opened("/");
        var editor = chromium.opened(address);
        expect(chromium.count(".child") == children, "not all children are in the page");
        print("first visit of the desk", desk.all(), 150);
        print("of it script", desk.script(), 60);
        print("editor, the page itself", editor.page(), 100);
        print("editor, all script", editor.script(), 60);
        System.out.printf("%-40s %9.1f kB%n", "editor on a first visit, all in all", (double) editor.all() / KILOBYTE);
    }

    private void print(String what, long bytes, int most) {
        System.out.printf("%-40s %9.1f kB%n", what, (double) bytes / KILOBYTE);
        waits.demand(what + ", kB", (double) bytes / KILOBYTE, most);
        checked++;
    }

    // ---- how long each act takes until what it did is seen

    private void measureInteractions(int times) {
        var acts = new LinkedHashMap<String, Runnable>();
        acts.put(FLOOR, () -> chromium.click(Chromium.REFERENCE, "button"));
        acts.put("open a card", () -> chromium.click(card(3), "summary"));
        acts.put("type in it", () -> chromium.type(card(3) + " input.form-control", "가"));
        acts.put("close it", () -> chromium.click(card(3), "summary"));
        acts.put("type above", () -> chromium.type("#field-headline", "나"));
        acts.put("move down by button", () -> chromium.click(card(5), "[data-act=down]"));
        acts.put("take up by key", () -> chromium.key(card(6) + " .drag-handle", " "));
        acts.put("move by arrow", () -> chromium.key(null, "\uE015"));
        acts.put("put down", () -> chromium.key(null, "\uE007"));
        acts.put("tick", () -> chromium.click(card(8), ".card-choose"));
        acts.put("move several", () -> chromium.click("#chosen-features", "[data-chosen=down]"));
        acts.put("clear", () -> chromium.click("#chosen-features", "[data-chosen=clear]"));
        acts.put("remove", () -> chromium.click(card(10), "[data-act=remove]"));
        acts.put("undo", () -> chromium.click(".child.removed", "[data-act=undo]"));
        chromium.open(address);
        chromium.addReference("#field-headline");
        chromium.slowedDown(SLOWER);
        for (int round = 0; round < times; round++) acts.forEach(this::measure);
        chromium.slowedDown(1);
        durations.values().forEach(all -> all.sort(null));
        double floor = median(durations.get(FLOOR));
        System.out.printf("%n%-40s %6s %9s %9s %7s   (%d-fold CPU throttling)%n", "", "n", "median", "longest", "ratio", SLOWER);
        durations.forEach((name, all) -> {
            System.out.printf("%-40s %6d %6.0f ms %6.0f ms %7.2f%n", name, all.size(), median(all), all.getLast(), median(all) / floor);
            waits.demand(name + ", longest ms", all.getLast(), 50);
        });
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private void measure(String name, Runnable act) {
        double longest = chromium.interaction(act);
        expect(chromium.count(".child") == children, "a child is missing after: " + name);
        durations.computeIfAbsent(name, first -> new ArrayList<>()).add(longest);
        checked++;
    }

    private static String card(int number) {
        return "#cards-features > .child:nth-child(%d)".formatted(number);
    }

    // ---- what is left of a thousand edits

    private void measureMemory(int edits) {
        chromium.open(address);
        edit(100);
        long before = chromium.heap();
        edit(edits);
        long after = chromium.heap();
        System.out.printf("%nheap %.2f MB, after %d edits %.2f MB%n", before / 1e6, edits, after / 1e6);
        waits.demand("heap after " + edits + " edits, times as large", (double) after / before, 1.1);
        checked++;
    }

    /** Types, moves, removes and puts back, opens and closes, all over the list. */
    private void edit(int times) {
        for (int i = 0; i < times; i++) {
            var card = card(1 + random.nextInt(children));
            switch (i % 5) {
                case 0 -> chromium.does("c.querySelector('[data-act=down]').click()", card);
                case 1 -> chromium.does("c.querySelector('[data-act=remove]').click(); c.querySelector('[data-act=undo]').click()", card);
                case 2 -> chromium.does("c.querySelector('.card-choose').click(); c.querySelector('.card-choose').click()", card);
                case 3 -> chromium.does("c.open = !c.open", card(1 + random.nextInt(5)) + " > details");
                default -> chromium.does("c.value = c.value.slice(0, 60) + 'x'; c.dispatchEvent(new Event('input', {bubbles: true}))", "#field-headline");
            }
        }
        expect(chromium.count(".child") == children, "a child is missing");
    }

    private static void expect(boolean isSo, String otherwise) {
        if (!isSo) throw new IllegalStateException(otherwise);
    }
}
