package app.maru.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.Browser;
import app.maru.database.StatementCount;
import app.maru.identity.DeskBrowser;
import app.maru.identity.Person;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;
import app.maru.identity.TestPeople;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
@Import(StatementCount.class)
class DashboardTests {

    private static final Pattern WIDGET = Pattern.compile("id=\"widget-([0-9a-f-]{36})\"");
    private static final Pattern TITLE = Pattern.compile("<h2 id=\"title-[^>]*>(?s).*?<(?:a|span)[^>]*>([^<]*)<");

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private StatementCount count;
    @Autowired
    private Widgets widgets;
    @Autowired
    private WidgetViews views;
    @Autowired
    private GoalPages goals;
    @AutoClose
    private Browser browser;
    private String email;
    private UUID person;
    private DeskBrowser editor;

    @BeforeEach
    void anEditorWhoHasNeverBeenHere() {
        editor = somebody(Role.EDITOR);
    }

    private DeskBrowser somebody(Role role) {
        email = TestPeople.join(database, role, true);
        person = database.sql("select id from profiles where email = ?").param(email).query(UUID.class).single();
        var signedIn = DeskBrowser.at(port);
        signedIn.signIn(email, TestPeople.PASSWORD);
        signedIn.get("/");
        return signedIn;
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybodyBeginsWithWhatTheirRoleMaySee(Role role) {
        var page = somebody(role).get("/");

        assertThat(titles(page.body())).contains("What concerns me");
        assertThat(titles(page.body()).contains("Waiting for review")).isEqualTo(role == Role.EDITOR || role == Role.ADMIN);
        assertThat(titles(page.body()).contains("Recent events")).isEqualTo(role == Role.ADMIN);
        assertThat(titles(page.body()).contains("Drafts I left")).isEqualTo(role == Role.AUTHOR || role == Role.EDITOR);
        assertThat(page.text()).doesNotContain("could not be shown", "may not see");
        assertThat(page.body().contains("class=\"spark\"") || page.text().contains("No value yet")).isEqualTo(role == Role.ADMIN);
    }

    @Test
    void theFirstDayIsNotEmpty() {
        assertThat(DeskBrowser.signedIn(port, Role.EDITOR).get("/").text()).contains("고객 사례 6편 게시", "2 of 6 (33 %)", "days left", "asks for a review of", "정도윤");
        assertThat(DeskBrowser.signedIn(port, Role.AUTHOR).get("/").text()).contains("gave you “", "자주 묻는 질문 30개 정리");
    }

    @Test
    void oneAddsMovesPinsResizesAndRemovesWithUndo() {
        var first = titles(home());
        editor.post("/dashboard/widgets", Map.of("type", "list", "key", "published"));
        assertThat(titles(home())).hasSize(first.size() + 1).last().isEqualTo("Published lately");
        var id = ids(home()).getLast();

        put(id + "/order", "to", "earlier");
        assertThat(titles(home()).get(first.size() - 1)).isEqualTo("Published lately");
        put(id + "/order", "before", ids(home()).getFirst());
        assertThat(titles(home())).first().isEqualTo("Published lately");
        put(id + "/order", "after", ids(home()).get(2));
        assertThat(titles(home()).get(2)).isEqualTo("Published lately");
        put(id, "pinned", "true");
        put(id, "size", "large");
        assertThat(titles(home())).first().isEqualTo("Published lately");
        assertThat(home()).contains("widget-large");

        var before = ids(home());
        editor.post("/dashboard/widgets/" + id, Map.of("_method", "delete"));
        assertThat(editor.get("/").text()).contains("Removed", "Undo").doesNotContain("Published lately");
        editor.post("/dashboard/widgets/" + id + "/restorations", Map.of());
        assertThat(ids(home())).isEqualTo(before);
    }

    @Test
    void nobodyTouchesTheWidgetsOfOthersOrAddsWhatTheyMayNotSee() {
        var id = ids(home()).getFirst();
        var other = somebody(Role.AUTHOR);

        assertThat(other.post("/dashboard/widgets/" + id, Map.of("_method", "delete")).status()).isEqualTo(404);
        assertThat(other.post("/dashboard/widgets/" + id + "/order", Map.of("_method", "put", "to", "later")).status()).isEqualTo(404);
        assertThat(other.post("/dashboard/widgets", Map.of("type", "list", "key", "events")).status()).isEqualTo(422);
        assertThat(other.post("/dashboard/widgets", Map.of("type", "metric", "what", "business.plans")).status()).isEqualTo(422);
        assertThat(other.post("/dashboard/widgets", Map.of("type", "cta", "what", "/metrics/new")).status()).isEqualTo(422);
        assertThat(other.get("/dashboard/widgets/new").text()).doesNotContain("Recent events Sign-ins");
    }

    @Test
    void aWidgetThatNobodyKnowsOrThatSaysNothingLeavesThePageWholeAndCanBeRemoved() {
        stored("weather", "list", "{\"city\": [1, {}]}");
        stored("cta", "cta", "{\"what\": \"/nowhere\"}");
        stored("cta", "cta", "\"not even an object\"");
        stored("events", "list", "{}");
        stored("metric", "metric", "{\"what\": 7}");

        var page = editor.get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Nobody knows the widget “weather” here any more", "does not say what it shows", "Your role may not see", "What concerns me");
        var weather = database.sql("select widget_id from dashboard_widgets where profile_id = ? and widget_key = 'weather'").param(person).query(UUID.class).single();
        editor.post("/dashboard/widgets/" + weather, Map.of("_method", "delete"));
        assertThat(editor.get("/").text()).doesNotContain("weather");
        editor.post("/dashboard/widgets/" + weather + "/restorations", Map.of());
        assertThat(database.sql("select config::text from dashboard_widgets where widget_id = ?").param(weather).query(String.class).single()).isEqualTo("{\"city\": [1, {}]}");
    }

    @Test
    void anAdminSeesValuesAndChartsWithATable() {
        var admin = somebody(Role.ADMIN);
        admin.post("/dashboard/widgets", Map.of("type", "metric", "what", "business.plans"));
        admin.post("/dashboard/widgets", Map.of("type", "chart", "what", "business.plans"));

        assertThat(admin.get("/").body()).contains("href=\"/metrics/business.plans\"", "class=\"chart-plot\"", "As a table");
    }

    @Test
    void goalsAreSetChangedAndRemovedAndNothingTypedIsLost() {
        var goal = Map.of("name", "사례 여섯 편", "target", "6", "current", "3", "from", "2026-01-01", "until", "2036-01-01");
        var refused = editor.post("/dashboard/goals", Map.of("name", "", "target", "viele", "from", "2026-01-01", "until", "2025-01-01"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("3 things need attention", "A goal needs a name.", "This is no number", "The last day must come after the first.");
        assertThat(refused.body()).contains("value=\"viele\"");

        editor.post("/dashboard/goals", goal);
        assertThat(editor.get("/").text()).contains("사례 여섯 편", "3 of 6 (50 %)");
        var address = Pattern.compile("href=\"(/dashboard/goals/[0-9a-f-]{36})\"").matcher(home());
        assertThat(address.find()).isTrue();
        var changed = new HashMap<>(goal);
        changed.putAll(Map.of("_method", "put", "version", "0", "current", "6", "status", "completed"));
        assertThat(editor.post(address.group(1), changed).location()).isEqualTo("/");
        assertThat(editor.get("/").text()).contains("6 of 6 (100 %)", "Completed");
        assertThat(editor.post(address.group(1), changed).text()).contains("You saved this goal elsewhere meanwhile");
        assertThat(somebody(Role.EDITOR).get(address.group(1)).status()).isEqualTo(404);
    }

    @Test
    void whatOthersDoWithOnesWorkAppears() {
        var task = "dashboard " + UUID.randomUUID();
        DeskBrowser admin = DeskBrowser.signedIn(port, Role.ADMIN);
        admin.get("/tasks");
        admin.post("/tasks", Map.of("title", task, "assignee", person.toString()));

        assertThat(editor.get("/").text()).contains("김민준 gave you “" + task + "”", "My tasks");
        assertThat(admin.get("/").text()).doesNotContain("gave you “" + task);
    }

    @Test
    void thePageTakesNoMoreThanAFewStatements() {
        somebody(Role.ADMIN);
        var admin = new Person(person, "한지우", email, Role.ADMIN, Locale.ENGLISH, null, ZoneId.of("Asia/Seoul"));

        var sent = count.during(() -> {
            views.views(widgets.of(person), admin);
            goals.views(admin);
        });

        assertThat(sent).as("seven lists, four values, a chart and the goals").hasSizeBetween(10, 30);
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "390, dark"})
    void widgetsAreArrangedByKeyboardAndMenu(int width, String theme) {
        browser = Browser.at(port).sized(width, 900).preferring(theme);
        SignInPage.openedIn(browser).signIn(email, TestPeople.PASSWORD).open("/");
        fits();
        var before = shown();

        browser.see(By.cssSelector("#widget-" + before.getFirst() + " .icon-button")).sendKeys(Keys.chord(Keys.ALT, Keys.ARROW_DOWN));
        browser.await("the first to be the second", page -> shown().get(1).equals(before.getFirst()));
        browser.await("the focus to be there", page -> page.script("return document.activeElement.closest('.widget')?.id").equals("widget-" + before.getFirst()));
        assertThat(browser.see(By.id("dashboard-said")).getDomProperty("textContent")).contains("place 2 of " + before.size());

        browser.click(browser.see(By.cssSelector("#widget-" + before.getFirst() + " .icon-button")));
        browser.see(By.xpath("//li[@id='widget-" + before.getFirst() + "']//button[normalize-space()='Remove']")).click();
        browser.await("it to be gone", page -> !shown().contains(before.getFirst()));
        browser.leave(() -> browser.see(By.cssSelector("#toasts .toast-undo")).click());
        assertThat(shown()).contains(before.getFirst());
        browser.open("/dashboard/widgets/new");
        fits();
    }

    @Test
    void aWidgetIsChosenAndPinnedAndAGoalIsSet() {
        browser = Browser.at(port);
        SignInPage.openedIn(browser).signIn(email, TestPeople.PASSWORD).open("/");
        follow("Add widget");
        browser.leave(() -> browser.click(browser.see(By.xpath("//main//button[normalize-space()='Add' and @aria-label='Add Published lately']"))));
        var added = shown().getLast();
        assertThat(browser.see(By.id("widget-" + added)).getText()).contains("Published lately");
        browser.click(browser.see(By.cssSelector("#widget-" + added + " .icon-button")));
        browser.see(By.xpath("//li[@id='widget-" + added + "']//button[normalize-space()='Pin to the top']")).click();
        browser.await("it to be the first", page -> shown().getFirst().equals(added));

        follow("New goal");
        browser.see(By.id("field-name")).sendKeys("사례 여섯 편");
        browser.see(By.id("field-target")).sendKeys("6");
        browser.leave(() -> browser.click(browser.see(By.xpath("//main//button[normalize-space()='Set goal']"))));
        follow("사례 여섯 편");
        var current = browser.see(By.id("field-current"));
        current.clear();
        current.sendKeys("3");
        browser.leave(() -> browser.click(browser.see(By.xpath("//main//button[normalize-space()='Save']"))));
        assertThat(browser.see(By.className("goal")).getText()).contains("3 of 6 (50 %)");
    }

    private void follow(String words) {
        browser.leave(() -> browser.click(browser.see(By.xpath("//main//a[normalize-space()='%s']".formatted(words)))));
    }

    @Test
    void aWidgetIsDraggedToItsPlace() {
        browser = Browser.at(port).sized(1280, 1000);
        SignInPage.openedIn(browser).signIn(email, TestPeople.PASSWORD).open("/");
        var before = shown();

        browser.hand().moveToElement(browser.see(By.cssSelector("#widget-" + before.getFirst() + " .drag-handle"))).clickAndHold().moveByOffset(8, 4)
            .moveToElement(browser.see(By.id("widget-" + before.get(2)))).moveByOffset(2, 2).release().perform();
        browser.await("to hear where it is", page -> !page.script("return document.getElementById('dashboard-said').textContent").equals(""));
        var after = shown();

        assertThat(after).isNotEqualTo(before).containsExactlyInAnyOrderElementsOf(before);
        browser.open("/");
        assertThat(shown()).isEqualTo(after);
    }

    private List<String> shown() {
        return browser.all(By.cssSelector("#dashboard .widget")).stream().map(widget -> widget.getDomAttribute("id").replace("widget-", "")).toList();
    }

    private void fits() {
        assertThat(browser.accessibilityProblems()).isEmpty();
        assertThat(browser.overflow()).isZero();
    }

    private void stored(String key, String type, String config) {
        database.sql("""
                insert into dashboard_widgets (profile_id, widget_key, widget_type, config, position)
                values (:person, :key, :type, :config::jsonb, (select max(position) + 1 from dashboard_widgets where profile_id = :person))""")
            .param("person", person).param("key", key).param("type", type).param("config", config).update();
    }

    private void put(String path, String name, String value) {
        assertThat(editor.post("/dashboard/widgets/" + path, Map.of("_method", "put", name, value)).location()).isEqualTo("/");
    }

    private String home() {
        return editor.get("/").body();
    }

    private static List<String> ids(String page) {
        return WIDGET.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static List<String> titles(String page) {
        return TITLE.matcher(page).results().map(found -> found.group(1)).toList();
    }
}
