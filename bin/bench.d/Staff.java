import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Somebody at the desk: becomes the first admin, publishes a catalogue through the desk's forms, and then does what is
 * said on the standard input: {@code publish RATE SECONDS} changes and publishes plans at that rate.
 * Arguments: the link for the first admin, the seed, how many plans, and how many of every type if that is wished; of
 * each type one address is printed.
 */
class Staff {

    private static final String[] WORDS = ("요금 플랜 게시 콘텐츠 자동 편집 영상 채널 팀 구독 매월 매년 결제 환불 지원 무제한 분석 추천 일정 예약 "
        + "검토 승인 초대 권한 보관 내보내기 템플릿 자막 음성 썸네일 알림 통합 보고서 목표 성과 시작 안내 바로 쉽게 함께 더 빠르게").split(" ");
    private static final Pattern BASED_ON = Pattern.compile("name=\"_(version|base)\" value=\"(\\d+)\"");

    private final Person person;
    private final Random random;
    private final List<Plan> plans = new ArrayList<>();

    Staff(Person person, long seed) {
        this.person = person;
        random = new Random(seed);
    }

    /** A plan, with what its next form must say it was made from. */
    private static final class Plan {
        final UUID id;
        int version = -1;
        int base;

        Plan(UUID id) {
            this.id = id;
        }
    }

    public static void main(String[] arguments) throws Exception {
        var staff = new Staff(Person.arriving(URI.create(arguments[0])), Long.parseLong(arguments[1]));
        for (int i = 1; i <= Integer.parseInt(arguments[2]); i++) staff.create(i);
        if (arguments.length > 3) staff.createSamples(Integer.parseInt(arguments[3]));
        System.out.println("ready " + staff.plans.size());
        var input = new BufferedReader(new InputStreamReader(System.in));
        for (String line; (line = input.readLine()) != null; ) {
            var words = line.split(" ");
            staff.publish(Integer.parseInt(words[1]), Double.parseDouble(words[2]));
        }
    }

    private void createSamples(int each) throws Exception {
        var samples = new Samples(person);
        for (var type : Samples.ALL) {
            for (int i = 1; i <= each; i++) {
                var slug = i == 1 ? Samples.FIRST : "sample-" + i;
                var id = samples.create(type, text(3) + " " + i, slug);
                samples.publish(type, id);
                if (i == 1) System.out.println("/api/v1/" + type.path() + "/" + (type.slug() ? slug : id));
            }
        }
    }

    private void create(int number) throws Exception {
        var plan = new Plan(UUID.randomUUID());
        var form = Person.form("_entry", plan.id.toString(), "name", "플랜 " + number, "slug", "plan-" + number, "headline", text(6), "description", text(60));
        cards(form, "features", 12, "label", 4, "description", 18);
        cards(form, "steps", 4, "title", 3, "description", 22);
        cards(form, "faqs", 6, "question", 6, "answer", 22);
        Person.expect(302, person.post("/billing/products", form));
        Person.expect(302, person.post("/billing/products/" + plan.id + "/publication", Person.form("_method", "put")));
        plans.add(plan);
    }

    private void cards(StringBuilder form, String children, int count, String first, int firstWords, String second, int secondWords) {
        for (int i = 0; i < count; i++) {
            var id = UUID.randomUUID();
            Person.add(form, "_order." + children, id.toString());
            Person.add(form, children + "." + id + "." + first, text(firstWords));
            Person.add(form, children + "." + id + "." + second, text(secondWords));
        }
    }

    private String text(int words) {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        return text.toString();
    }

    /** Changes plans in turn, never the first, which is measured meanwhile. */
    private void publish(int rate, double seconds) throws Exception {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        var times = new ArrayList<Long>();
        for (int i = 0; System.nanoTime() < end; i++) {
            long due = start + i * 1_000_000_000L / rate;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            long begun = System.nanoTime();
            publish(plans.get(1 + i % (plans.size() - 1)));
            times.add((System.nanoTime() - begun) / 1_000_000);
        }
        times.sort(null);
        System.out.println("published " + times.size() + " " + times.get(times.size() / 2) + " " + times.getLast());
    }

    private void publish(Plan plan) throws Exception {
        var address = "/billing/products/" + plan.id;
        if (plan.version < 0) {
            BASED_ON.matcher(person.get(address).body()).results().forEach(found -> {
                if (found.group(1).equals("version")) plan.version = Integer.parseInt(found.group(2));
                else plan.base = Integer.parseInt(found.group(2));
            });
        }
        Person.expect(302, person.post(address + "/publication", Person.form("_method", "put", "_version", Integer.toString(plan.version++),
            "_base", Integer.toString(plan.base++), "headline", text(8))));
    }
}
