package app.maru.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;
import app.maru.identity.TestPeople;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class StaffTests {

    private static final Pattern LINK = Pattern.compile("/invitation\\?token=[A-Za-z0-9_-]+");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final String PASSWORD = "nine quiet autumn hills";

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    private DeskBrowser admin;

    @BeforeEach
    void anAdmin() {
        admin = DeskBrowser.signedIn(port, Role.ADMIN);
        admin.get("/staff");
    }

    @Test
    void whoIsInvitedComesInOnceWithTheirRole() {
        var email = someAddress();
        var link = invited(email, "editor");
        var guest = DeskBrowser.at(port);
        assertThat(guest.get(link).text()).contains("You are invited as: Editor");
        assertThat(guest.post("/invitation", Map.of("token", token(link), "name", "", "password", "short")).status()).isEqualTo(422);

        assertThat(accept(guest, link).location()).isEqualTo("/");

        assertThat(guest.get("/account").text()).contains("새 사람", email, "Editor");
        assertThat(accept(DeskBrowser.at(port), link).status()).as("a second time").isEqualTo(410);
        assertThat(DeskBrowser.at(port).get(link).status()).isEqualTo(410);
        assertThat(DeskBrowser.at(port).signIn(email, PASSWORD).location()).isEqualTo("/");
        assertThat(acts(id(email))).containsExactly("person_invited", "invitation_accepted");
        assertThat(database.sql("select count(*) from auth_invitations where token_hash = ?").param(token(link)).query(Integer.class).single()).as("only the hash is kept").isZero();
    }

    @Test
    void onlyTheLastLinkWorksAndNoneForever() {
        var email = someAddress();
        var first = invited(email, "viewer");
        var second = link(admin.post("/staff/" + id(email) + "/invitation", Map.of("_method", "put")));

        assertThat(DeskBrowser.at(port).get(first).status()).isEqualTo(410);
        assertThat(DeskBrowser.at(port).get(second).status()).isEqualTo(200);
        database.sql("update auth_invitations set expires_at = now() where profile_id = ?").param(id(email)).update();
        assertThat(accept(DeskBrowser.at(port), second).status()).isEqualTo(410);
    }

    @Test
    void aLinkOfWhoIsSuspendedBeforeTheyCameWorksOnlyWhenTheyAreLetInAgain() {
        var email = someAddress();
        var link = invited(email, "viewer");

        admin.post("/staff/" + id(email) + "/suspension", Map.of("_method", "put"));
        assertThat(DeskBrowser.at(port).get(link).status()).isEqualTo(410);
        admin.post("/staff/" + id(email) + "/suspension", Map.of("_method", "delete"));
        assertThat(accept(DeskBrowser.at(port), link).location()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b", "a b@maru.example", "a@maru.example\nBcc: b@maru.example", "editor@maru.example"})
    void whatCannotBeInvitedIsRefusedAndStaysTyped(String email) {
        var refused = admin.post("/staff", Map.of("name", "이름은 그대로", "email", email, "role", "viewer"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).containsAnyOf("This is no email address.", "Somebody with this address is of the staff already.");
        assertThat(refused.body()).contains("이름은 그대로").doesNotContain("/invitation?token");
    }

    @Test
    void aCustomerMayBecomeStaffAndKeepsTheirName() {
        var email = someAddress();
        database.sql("insert into profiles (email, name) values (?, '손님')").param(email).update();

        var link = invited(email.toUpperCase(), "author");

        assertThat(admin.get("/staff").text()).contains("손님 " + email);
        assertThat(DeskBrowser.at(port).get(link).body()).contains("value=\"손님\"");
    }

    @Test
    void anotherRoleHoldsFromTheNextPageAndIsRefusedWhenSomebodyElseWasQuicker() {
        var email = TestPeople.join(database, Role.VIEWER, false);
        var person = DeskBrowser.at(port);
        person.signIn(email, TestPeople.PASSWORD);
        var version = version(email);
        assertThat(person.get("/tokens").status()).isEqualTo(403);

        assertThat(role(email, version, "admin").location()).isEqualTo("/staff/" + id(email));

        assertThat(person.get("/tokens").status()).isEqualTo(200);
        var late = role(email, version, "author");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Somebody else has changed this person meanwhile.");
        assertThat(database.sql("""
                select before ->> 'staffRole' || ' ' || (after ->> 'staffRole') from auth_audit_logs join auth_audit_personal using (log_id)
                where subject_id = ? and event = 'role_changed'""").param(id(email)).query(String.class).list()).containsExactly("viewer admin");
    }

    @Test
    void whoIsSuspendedIsOutAtOnceUntilTheyAreLetInAgain() {
        var email = TestPeople.join(database, Role.AUTHOR, false);
        var person = DeskBrowser.at(port);
        person.signIn(email, TestPeople.PASSWORD);

        admin.post("/staff/" + id(email) + "/suspension", Map.of("_method", "put"));

        assertThat(person.get("/account").location()).isEqualTo("/sign-in");
        assertThat(DeskBrowser.at(port).signIn(email, TestPeople.PASSWORD).status()).isEqualTo(422);
        admin.post("/staff/" + id(email) + "/suspension", Map.of("_method", "delete"));
        assertThat(DeskBrowser.at(port).signIn(email, TestPeople.PASSWORD).location()).isEqualTo("/");
        assertThat(acts(id(email))).containsExactly("person_suspended", "person_let_in");
    }

    @Test
    void whatSomebodyLeavesIsTheSuccessorsOnceTheyAreDeactivated() {
        var leaving = id(TestPeople.join(database, Role.EDITOR, false));
        var successor = id(TestPeople.join(database, Role.AUTHOR, false));
        var entry = database.sql("select entry_id from content_entries order by id limit 1").query(UUID.class).single();
        database.sql("insert into admin_tasks (title, assignee_profile_id) values ('하나', ?), ('둘', ?)").param(leaving).param(leaving).update();
        database.sql("insert into admin_tasks (title, assignee_profile_id, status) values ('끝난 일', ?, 'done')").param(leaving).update();
        database.sql("insert into content_schedules (entry_id, action, at, zone, scheduled_by) values (?, 'unpublish', now() + interval '1 year', 'Asia/Seoul', ?)").param(entry).param(leaving).update();
        database.sql("insert into content_unsaved (entry_id, type, profile_id, sitting_id, base, number, form, saved_at) values (?, 'any', ?, gen_random_uuid(), 1, 1, '{\"name\": [\"반쯤\"]}', now())")
            .param(entry).param(leaving).update();
        assertThat(admin.get("/staff/" + leaving).text()).contains("2 tasks to do", "1 schedule", "Unsaved text in 1 entry");

        assertThat(admin.post("/staff/" + leaving + "/deactivation", Map.of("_method", "put", "leaving", successor.toString())).location()).isEqualTo("/staff/" + leaving);

        assertThat(admin.get("/staff/" + leaving).text()).contains("Nothing waits for them.", "Deactivated");
        assertThat(admin.get("/staff/" + successor).text()).contains("2 tasks to do", "1 schedule", "Unsaved text in 1 entry");
        assertThat(database.sql("select title from admin_tasks where assignee_profile_id = ?").param(leaving).query(String.class).list()).containsExactly("끝난 일");
        assertThat(acts(leaving)).containsExactlyInAnyOrder("work_handed_over", "person_deactivated");
    }

    @Test
    void nobodySuspendsThemselvesNorTakesTheLastAdminAway() {
        var alone = TestPeople.join(database, Role.ADMIN, false);
        database.sql("update staff set role = 'editor', version = version + 1 where role = 'admin' and not demo and profile_id <> ?").param(id(alone)).update();
        var self = DeskBrowser.at(port);
        self.signIn(alone, TestPeople.PASSWORD);
        self.get("/staff");

        assertThat(self.post("/staff/" + id(alone) + "/suspension", Map.of("_method", "put")).text()).contains("Another admin has to suspend or deactivate you.");
        assertThat(admin.post("/staff/" + id(alone) + "/suspension", Map.of("_method", "put")).text()).contains("This is the last admin.");
        assertThat(admin.post("/staff/" + id(alone) + "/deactivation", Map.of("_method", "put")).status()).isEqualTo(422);
        assertThat(role(alone, version(alone), "viewer").text()).contains("This is the last admin.");
        assertThat(self.get("/staff").status()).isEqualTo(200);
    }

    @Test
    void ofTwoAdminsWhoTakeEachOtherAwayAtTheSameMomentOneRemains() {
        var one = TestPeople.join(database, Role.ADMIN, false);
        var other = TestPeople.join(database, Role.ADMIN, false);
        database.sql("update staff set role = 'editor', version = version + 1 where role = 'admin' and not demo and profile_id not in (?, ?)").param(id(one)).param(id(other)).update();
        var attempts = List.of(Map.entry(one, other), Map.entry(other, one)).stream().map(attempt -> {
            var browser = DeskBrowser.at(port);
            browser.signIn(attempt.getKey(), TestPeople.PASSWORD);
            var version = VERSION.matcher(browser.get("/staff/" + id(attempt.getValue())).body()).results().findFirst().orElseThrow().group(1);
            return (Runnable) () -> browser.post("/staff/" + id(attempt.getValue()) + "/role", Map.of("_method", "put", "version", version, "role", "viewer"));
        }).toList();

        Stream.of(attempts.get(0), attempts.get(1)).parallel().forEach(Runnable::run);

        assertThat(database.sql("select count(*) from active_staff where role = 'admin' and not demo").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void thePageSaysWhoMayDoWhatFromTheOneTableOfRights() {
        assertThat(admin.get("/staff").text()).containsSubsequence("Who may do what", "Read", "Yes", "Yes", "Yes", "Yes", "Write", "No", "Yes", "Yes", "Yes",
            "Publish", "No", "No", "Yes", "Yes", "Administer", "No", "No", "No", "Yes");
    }

    private String invited(String email, String role) {
        admin.get("/staff");
        return link(admin.post("/staff", Map.of("name", "새 사람", "email", email, "role", role)));
    }

    private static String link(DeskBrowser.Page page) {
        return LINK.matcher(page.body()).results().findFirst().orElseThrow(() -> new AssertionError(page)).group();
    }

    private static DeskBrowser.Page accept(DeskBrowser guest, String link) {
        guest.get("/sign-in"); // whose form has a token
        guest.get(link);
        return guest.post("/invitation", Map.of("token", token(link), "name", "새 사람", "password", PASSWORD));
    }

    private static String token(String link) {
        return link.substring(link.indexOf('=') + 1);
    }

    private DeskBrowser.Page role(String email, String version, String role) {
        return admin.post("/staff/" + id(email) + "/role", Map.of("_method", "put", "version", version, "role", role));
    }

    private String version(String email) {
        return VERSION.matcher(admin.get("/staff/" + id(email)).body()).results().findFirst().orElseThrow().group(1);
    }

    private UUID id(String email) {
        return database.sql("select id from profiles where lower(email) = lower(?)").param(email).query(UUID.class).single();
    }

    private List<String> acts(UUID person) {
        return database.sql("select event from auth_audit_logs where subject_id = ? order by id").param(person).query(String.class).list();
    }

    private static String someAddress() {
        return UUID.randomUUID() + "@maru.example";
    }
}
