package app.maru.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.Browser;
import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class TaskJourneyTests {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @AutoClose
    private Browser browser;

    @BeforeEach
    void aBrowser() {
        browser = Browser.at(port);
    }

    @Test
    void somethingIsAddedMovedByKeyboardAndHandAndFinishedWithUndo() {
        var title = unique("새 배너 고르기");
        var board = TaskBoard.openedIn(browser, Role.EDITOR).add(title).says("Added").at("/tasks?search=" + title.substring(title.length() - 8));
        board.has("Open", title);

        board.keys(title, Keys.SPACE).tells("taken up, in Open").keys(title, Keys.ARROW_RIGHT).tells("In progress");
        board.keys(title, Keys.ESCAPE).tells("is back in Open").has("Open", title);
        board.keys(title, Keys.SPACE, Keys.ARROW_RIGHT, Keys.ENTER).says("is in progress.").has("In progress", title);
        browser.await("the focus to stay at the task", page -> board.focused().equals("Take up: " + title));

        board.drag(title, "Done").says("is done.").has("Done", title);
        board.undo("is done.").has("In progress", title);
        board.choose(title, "To Cancelled").says("is cancelled.").has("Cancelled", title);
    }

    @Test
    void aTaskIsEditedTalkedAboutAndFinished() {
        var title = unique("가격표 고치기");
        var page = TaskBoard.openedIn(browser, Role.AUTHOR).at("/tasks/new").fill("Title", title).leaveBy("Add task").says("Added");

        page.fill("Description", "**연간** 가격부터").leaveBy("Save").says("Saved").sees("연간 가격부터");
        page.fill("Your comment", "금요일까지 할게요.").leaveBy("Comment").says("Comment added").sees("금요일까지 할게요.");
        page.leaveBy("Done").says("is done.").sees("finished it").undo("is done.").sees("reopened it");
    }

    @Test
    void whatIsOverdueIsFound() {
        var late = overdue(unique("늦은 일"));
        var soon = unique("느긋한 일");
        var board = TaskBoard.openedIn(browser, Role.EDITOR).add(soon);

        board.tick("Overdue").hasNot(soon).has("Open", late);
        assertThat(browser.path()).isEqualTo("/tasks?whose=overdue");
        board.add(unique("여기에서 더한 일"));
        assertThat(browser.path()).as("whoever adds stays where they are").isEqualTo("/tasks?whose=overdue");
        board.tick("Everyone’s").has("Open", soon);
    }

    @Test
    void aLinkThatLeadsVisitorsNowhereBecomesATask() {
        var name = unique("링크가 끊긴 요금제");
        var desk = DeskBrowser.signedIn(port, Role.EDITOR);
        var product = "/billing/products/" + UUID.randomUUID();
        desk.get("/tasks");
        desk.post("/billing/products", Map.of("_entry", product.substring(18), "name", name, "slug", "plan-" + UUID.randomUUID(), "description", "[여기](/billing/products/nowhere)"));
        desk.post(product + "/publication", Map.of("_method", "put", "_acknowledged", "true"));
        var board = TaskBoard.openedIn(browser, Role.EDITOR);

        browser.await("the task", page -> page.open("/tasks?search=" + name.substring(name.length() - 8)).all(TaskBoard.link(name)).size() > 0);
        board.has("Open", name).sees("A link leads nowhere").open(name).sees("/billing/products/nowhere").sees("Maru");
    }

    @Test
    void aTaskAboutAnEntryOrAPersonBeginsAtTheirPage() {
        var title = unique("요금제 손보기");
        var board = TaskBoard.openedIn(browser, Role.ADMIN);
        var product = "/billing/products/" + database.sql("select entry_id from content_entries where type = 'billing/products' and slug = 'team'").query(UUID.class).single();
        var person = "/profiles/" + database.sql("select id from profiles where email = 'viewer@maru.example'").query(UUID.class).single();

        browser.open(product).see(By.id("act-more")).click();
        board.follow("New task about this").fill("Title", title).leaveBy("Add task").at("/tasks?search=" + title.substring(title.length() - 8)).open(title);
        board.follow("팀");
        assertThat(browser.path()).isEqualTo(product);
        board.at(person).follow("New task about this").fill("Title", title + " 2").leaveBy("Add task").at("/tasks?search=" + title.substring(title.length() - 8)).open(title + " 2");
        board.follow("오하린");
        assertThat(browser.path()).isEqualTo(person);
    }

    @Test
    void itWorksWithoutScripts() {
        browser.withoutScripts();
        var title = unique("스크립트 없이");
        var board = TaskBoard.openedIn(browser, Role.EDITOR).add(title).says("Added").has("Open", title);

        browser.leave(() -> board.choose(title, "To Done"));
        board.says("is done.").has("Done", title).undo("is done.").has("Open", title);
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void nothingIsWrongWithHowItLooks(int width, String theme) {
        var late = overdue(unique("늦은 일"));
        browser.sized(width, 900).preferring(theme);
        var board = TaskBoard.openedIn(browser, Role.EDITOR).has("Open", late);
        board.keys(late, Keys.SPACE);
        fits("the board, with a task taken up");
        board.keys(late, Keys.ESCAPE).at("/tasks?view=list&status=any");
        fits("the list");
        board.at("/tasks?whose=overdue").open(late).fill("Your comment", "곧 할게요.").leaveBy("Comment").sees("곧 할게요.");
        fits("a task that is overdue");
        board.fill("About", "/billing/products/nowhere").leaveBy("Save").sees("Nothing here has the address");
        fits("a task with something wrong");
        board.at("/tasks?search=" + UUID.randomUUID()).sees("No task fits");
        fits("nothing found");
    }

    private String overdue(String title) {
        var desk = DeskBrowser.signedIn(port, Role.ADMIN);
        desk.get("/tasks");
        desk.post("/tasks", Map.of("title", title, "due", "2020-01-01T09:00"));
        assertThat(database.sql("select count(*) from admin_tasks where title = ?").param(title).query(Integer.class).single()).isOne();
        return title;
    }

    private void fits(String state) {
        assertThat(browser.accessibilityProblems()).as(state).isEmpty();
        assertThat(browser.overflow()).as(state + ": wider than the window").isZero();
    }

    private static String unique(String title) {
        return title + " " + UUID.randomUUID().toString().substring(0, 8);
    }
}
