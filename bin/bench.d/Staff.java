import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Somebody at the desk: becomes the first admin, publishes a catalogue through the desk's forms, and then does what is
 * said on the standard input: {@code publish RATE SECONDS} changes and publishes plans at that rate.
 * Arguments: the link for the first admin, the seed, how many plans.
 */
class Staff {

    private static final String[] WORDS = ("요금 플랜 게시 콘텐츠 자동 편집 영상 채널 팀 구독 매월 매년 결제 환불 지원 무제한 분석 추천 일정 예약 "
        + "검토 승인 초대 권한 보관 내보내기 템플릿 자막 음성 썸네일 알림 통합 보고서 목표 성과 시작 안내 바로 쉽게 함께 더 빠르게").split(" ");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");
    private static final Pattern BASED_ON = Pattern.compile("name=\"_(version|base)\" value=\"(\\d+)\"");

    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI home;
    private final Random random;
    private final List<Plan> plans = new ArrayList<>();
    private String token = "";

    Staff(URI home, long seed) {
        this.home = home;
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
        var link = URI.create(arguments[0]);
        var staff = new Staff(link.resolve("/"), Long.parseLong(arguments[1]));
        staff.arrive(link);
        for (int i = 1; i <= Integer.parseInt(arguments[2]); i++) staff.create(i);
        System.out.println("ready " + staff.plans.size());
        var input = new BufferedReader(new InputStreamReader(System.in));
        for (String line; (line = input.readLine()) != null; ) {
            var words = line.split(" ");
            staff.publish(Integer.parseInt(words[1]), Double.parseDouble(words[2]));
        }
    }

    private void arrive(URI link) throws Exception {
        read(get(link.toString()));
        expect(302, post("/first-admin", form("token", link.getQuery().replaceFirst("^token=", ""), "name", "Bench", "password", "correct horse battery")));
        read(get("/billing/products/new"));
    }

    private void create(int number) throws Exception {
        var plan = new Plan(UUID.randomUUID());
        var form = form("_entry", plan.id.toString(), "name", "플랜 " + number, "slug", "plan-" + number, "headline", text(6), "description", text(60));
        cards(form, "features", 12, "label", 4, "description", 18);
        cards(form, "steps", 4, "title", 3, "description", 22);
        cards(form, "faqs", 6, "question", 6, "answer", 22);
        expect(302, post("/billing/products", form));
        expect(302, post("/billing/products/" + plan.id + "/publication", form("_method", "put")));
        plans.add(plan);
    }

    private void cards(StringBuilder form, String children, int count, String first, int firstWords, String second, int secondWords) {
        for (int i = 0; i < count; i++) {
            var id = UUID.randomUUID();
            add(form, "_order." + children, id.toString());
            add(form, children + "." + id + "." + first, text(firstWords));
            add(form, children + "." + id + "." + second, text(secondWords));
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
            BASED_ON.matcher(get(address).body()).results().forEach(found -> {
                if (found.group(1).equals("version")) plan.version = Integer.parseInt(found.group(2));
                else plan.base = Integer.parseInt(found.group(2));
            });
        }
        expect(302, post(address + "/publication", form("_method", "put", "_version", Integer.toString(plan.version++),
            "_base", Integer.toString(plan.base++), "headline", text(8))));
    }

    private static StringBuilder form(String... fields) {
        var form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) add(form, fields[i], fields[i + 1]);
        return form;
    }

    private static void add(StringBuilder form, String name, String value) {
        form.append(form.isEmpty() ? "" : "&").append(URLEncoder.encode(name, StandardCharsets.UTF_8)).append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(String address) throws Exception {
        return client.send(HttpRequest.newBuilder(home.resolve(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, StringBuilder form) throws Exception {
        add(form, "_csrf", token);
        return client.send(HttpRequest.newBuilder(home.resolve(address)).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form.toString())).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void read(HttpResponse<String> page) {
        var found = TOKEN.matcher(page.body());
        if (!found.find()) throw new IllegalStateException(page + " has no form:\n" + page.body());
        token = found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) throw new IllegalStateException(answer + "\n" + answer.body());
    }
}
