package app.maru.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.identity.DeskBrowser;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Role;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class TaskScreenTests {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"((?:was\\.)?\\w+)\" value=\"([^\"]*)\"");

    @LocalServerPort
    private int port;
    @Autowired
    private Tasks tasks;
    @Autowired
    private JdbcClient database;
    private DeskBrowser editor;
    private DeskBrowser author;

    @BeforeEach
    void anEditorAndAnAuthor() {
        editor = DeskBrowser.signedIn(port, Role.EDITOR);
        author = DeskBrowser.signedIn(port, Role.AUTHOR);
        editor.get("/tasks");
        author.get("/tasks");
    }

    @Test
    void theFirstStartHasTasksOfEveryStatusWithWhatTheyAreAbout() {
        var board = editor.get("/tasks");
        assertThat(board.text()).contains("연말 할인 공지 최종 문구 확인", "에이전시 요금제 가격 문의 세 건 답변", "개인정보 처리방침 법무 검토 반영",
            "스타터 (2023) 요금제 안내 메일 다시 보내기", "Overdue");
        assertThat(board.body()).containsPattern("href=\"/billing/products/[0-9a-f-]{36}\"");
        assertThat(editor.get("/tasks?view=list").text()).contains("연말 할인 공지").doesNotContain("스타터 (2023) 요금제 안내");
        assertThat(editor.get("/tasks?view=list&status=cancelled").text()).contains("스타터 (2023) 요금제 안내").doesNotContain("연말 할인 공지");
    }

    @Test
    void whomATaskIsAboutIsALinkForWhoeverMayLookAtPeople() {
        var person = database.sql("insert into profiles (name, email) values ('한지우', ?) returning id").param(UUID.randomUUID() + "@maru.example").query(UUID.class).single();
        var id = made(unique("한지우 님께 전화"), Map.of("about", "/profiles/" + person));
        var link = "href=\"/profiles/" + person + "\"";

        assertThat(DeskBrowser.signedIn(port, Role.ADMIN).get("/tasks/" + id).body()).contains(link);
        assertThat(editor.get("/tasks/" + id).body()).contains(">한지우<").doesNotContain(link);
    }

    @Test
    void aTitleAloneMakesATaskAndUndoCancelsIt() {
        var title = unique("빠르게 적은 일");
        var added = editor.post("/tasks", Map.of("title", "  " + title + "  ", "back", "/tasks?view=list"));

        assertThat(added.location()).isEqualTo("/tasks?view=list");
        assertThat(editor.get(added.location()).text()).contains("Added “" + title + "”.", "Undo");
        editor.post("/tasks/" + id(title) + "/status", Map.of("_method", "put", "status", "cancelled", "back", "/tasks?view=list"));
        assertThat(tasks.task(id(title)).status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void whatIsAddedAmongMineIsMine() {
        var title = unique("내가 할 일");
        var form = new HashMap<>(Map.of("title", title, "assignee", hidden(editor.get("/tasks?whose=mine"), "assignee")));
        editor.post("/tasks", form);

        assertThat(editor.get("/tasks?whose=mine&search=" + title.substring(title.length() - 8)).text()).contains(title);
        assertThat(author.get("/tasks?whose=mine&search=" + title.substring(title.length() - 8)).text()).doesNotContain(title);
    }

    @Test
    void nothingToDoIsNoTask() {
        var refused = editor.post("/tasks", Map.of("title", "   ", "description", "그래도 남는 설명", "about", "/billing/products/nowhere", "due", "내일"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("3 things need attention", "Say what is to be done.", "Nothing here has the address “/billing/products/nowhere”",
            "“내일” is no date and time.", "그래도 남는 설명");
    }

    @Test
    void whoCannotWorkOnTasksIsNotGivenOne() {
        var gone = database.sql("insert into profiles (name, email, status) values ('윤지호', ?, 'deactivated') returning id").param(UUID.randomUUID() + "@maru.example")
            .query(UUID.class).single();
        database.sql("insert into staff (profile_id, role) values (?, 'editor')").param(gone).update();

        var refused = editor.post("/tasks", Map.of("title", unique("누구에게"), "assignee", gone.toString()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("윤지호 cannot work on tasks. Choose one of:", "박서연", "정도윤").doesNotContain("Choose one of: 오하린");
    }

    @Test
    void aTaskOfSomebodyWhoHasLeftIsStillSavedAndSaysSo() {
        var leaving = database.sql("insert into profiles (name, email) values ('윤지호', ?) returning id").param(UUID.randomUUID() + "@maru.example").query(UUID.class).single();
        database.sql("insert into staff (profile_id, role) values (?, 'editor')").param(leaving).update();
        var id = made(unique("인수인계"), Map.of("assignee", leaving.toString()));
        database.sql("update profiles set status = 'deactivated' where id = ?").param(leaving).update();

        assertThat(editor.get("/tasks/" + id).text()).contains("윤지호 cannot work on tasks any more. Choose somebody else.", "윤지호 (cannot sign in)");
        assertThat(save(editor, id, Map.of("description", "서랍 열쇠도")).status()).isEqualTo(302);
        assertThat(tasks.task(id).assignee()).isEqualTo(leaving);
    }

    @Test
    void aTimeThatHasPassedIsKeptAndSaid() {
        var id = made(unique("어제까지"), Map.of());

        var saved = save(editor, id, Map.of("due", "2020-01-01T09:00"));

        assertThat(editor.get(saved.location()).text()).contains("Saved. Its time has passed already, so it is overdue.", "Overdue since");
        assertThat(tasks.task(id).due()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(editor.get("/tasks?whose=overdue").text()).contains(tasks.task(id).title());
    }

    @Test
    void twoWhoSaveAtOnceLoseNothing() {
        var id = made(unique("함께 쓰는 일"), Map.of("description", "처음"));
        var mine = form(editor, id);
        var theirs = form(author, id);
        author.post("/tasks/" + id, with(theirs, "priority", "urgent"));

        editor.post("/tasks/" + id, with(mine, "description", "내가 고친 설명"));

        assertThat(tasks.task(id)).satisfies(task -> {
            assertThat(task.priority()).isEqualTo(Priority.URGENT);
            assertThat(task.description()).isEqualTo("내가 고친 설명");
        });
    }

    @Test
    void twoWhoChangeTheSameAreAskedAndLoseNothing() {
        var id = made(unique("함께 쓰는 일"), Map.of("description", "처음"));
        var mine = form(editor, id);
        author.post("/tasks/" + id, with(form(author, id), "description", "그들이 고친 설명"));

        var asked = editor.post("/tasks/" + id, with(mine, "description", "내가 고친 설명"));

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.text()).contains("Somebody else has changed this meanwhile", "그들이 고친 설명", "내가 고친 설명");
        assertThat(tasks.task(id).description()).isEqualTo("그들이 고친 설명");
        editor.post("/tasks/" + id, with(hidden(asked), "description", "내가 고친 설명"));
        assertThat(tasks.task(id).description()).isEqualTo("내가 고친 설명");
    }

    @Test
    void whatBecomesOfATaskIsSaidWithUndo() {
        var id = made(unique("끝낼 일"), Map.of());

        var done = editor.post("/tasks/" + id + "/status", Map.of("_method", "put", "status", "done"));

        assertThat(editor.get(done.location()).text()).contains("is done.", "Undo", "finished it", "Reopen");
        assertThat(editor.post("/tasks/" + id + "/status", Map.of("_method", "put", "status", "lost")).status()).isEqualTo(400);
    }

    @Test
    void aCommentIsMarkdownWithoutHarm() {
        var id = made(unique("이야기할 일"), Map.of());

        var said = editor.post("/tasks/" + id + "/comments", Map.of("comment", "**굵게** <script>alert(1)</script>"));

        assertThat(editor.get(said.location()).body()).contains("<strong>굵게</strong>").doesNotContain("<script>alert");
        assertThat(editor.post("/tasks/" + id + "/comments", Map.of("comment", " ")).text()).contains("Write something first.");
        assertThat(editor.post("/tasks/" + id + "/comments", Map.of("comment", "가".repeat(4001))).text()).contains("shorten it by 1.", "가".repeat(4001));
    }

    @Test
    void itIsAboutWhatAnAddressOrAnEmailNames() {
        var product = database.sql("select entry_id from content_entries where type = 'billing/products' and slug = 'team'").query(UUID.class).single();
        var title = unique("팀 요금제 손보기");
        var id = made(title, Map.of("about", "http://localhost:8080/billing/products/" + product + "/history?x=1"));

        assertThat(tasks.task(id).about()).isEqualTo(new About("billing/products", product));
        assertThat(editor.get("/tasks/" + id).body()).contains("href=\"/billing/products/" + product + "\"");
        save(editor, id, Map.of("about", "VIEWER@maru.example"));
        assertThat(editor.get("/tasks/" + id).text()).contains("오하린");
    }

    @Test
    void tasksAreFoundByUnfinishedSyllables() {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        made("썸네일 고르기 " + mark, Map.of());

        assertThat(editor.get("/tasks?view=list&search=%EC%8D%B8%EB%84%A4%20" + mark).text()).contains("썸네일 고르기 " + mark);
        assertThat(editor.get("/tasks?view=list&search=%E3%85%86%E3%84%B4%20" + mark).text()).contains("썸네일 고르기 " + mark);
        assertThat(editor.get("/tasks?view=list&search=%EC%8C%80%20" + mark).text()).contains("No task fits");
    }

    @Test
    void aViewerSeesTasksAndChangesNone() {
        var id = made(unique("보기만 하는 일"), Map.of("description", "**중요**"));
        var viewer = DeskBrowser.signedIn(port, Role.VIEWER);
        viewer.get("/tasks");

        assertThat(viewer.get("/tasks/" + id).body()).contains("<strong>중요</strong>").doesNotContain("id=\"task-form\"").doesNotContain("/comments\"");
        assertThat(viewer.get("/tasks").body()).doesNotContain("id=\"tasks-add\"").doesNotContain("name=\"status\"");
        assertThat(viewer.post("/tasks/" + id + "/status", Map.of("_method", "put", "status", "done")).status()).isEqualTo(403);
    }

    @Test
    void theDeskLeadsToTasks() {
        assertThat(editor.get("/search?q=New+task").body()).contains("href=\"/tasks/new\"");
        assertThat(editor.get("/tasks").body()).containsPattern("class=\"nav-count overdue\"[^>]*>\\d+<");
        assertThat(editor.get("/tasks/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private UUID made(String title, Map<String, String> more) {
        var form = new HashMap<>(more);
        form.put("title", title);
        var added = editor.post("/tasks", form);
        assertThat(added.status()).as(added.toString()).isEqualTo(302);
        editor.get(added.location());
        return id(title);
    }

    private UUID id(String title) {
        return database.sql("select task_id from admin_tasks where title = ?").param(title).query(UUID.class).single();
    }

    private static Page save(DeskBrowser browser, UUID id, Map<String, String> changes) {
        var form = form(browser, id);
        form.putAll(changes);
        return browser.post("/tasks/" + id, form);
    }

    /** The form of a task as it was opened, in which everything says what it said. */
    private static Map<String, String> form(DeskBrowser browser, UUID id) {
        return hidden(browser.get("/tasks/" + id));
    }

    private static Map<String, String> hidden(Page page) {
        var form = new HashMap<String, String>();
        HIDDEN.matcher(page.body().substring(page.body().indexOf("id=\"task-form\""))).results().takeWhile(field -> !field.group(1).equals("comment"))
            .forEach(field -> form.put(field.group(1), field.group(2)));
        new HashMap<>(form).forEach((name, text) -> form.put(name.replace("was.", ""), text));
        return form;
    }

    private static Map<String, String> with(Map<String, String> form, String field, String text) {
        var changed = new HashMap<>(form);
        changed.put(field, text);
        return changed;
    }

    private static String hidden(Page page, String name) {
        var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }

    private static String unique(String title) {
        return title + " " + UUID.randomUUID();
    }
}
