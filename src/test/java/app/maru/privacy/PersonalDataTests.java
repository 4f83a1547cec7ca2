package app.maru.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import app.maru.identity.DeskBrowser;
import app.maru.identity.Holding;
import app.maru.identity.Role;
import app.maru.identity.TestPeople;

/** What the rooms say they keep of people, held against the tables; and what somebody is given of it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class PersonalDataTests {

    /** Columns whose name only sounds like somebody's. */
    private static final List<String> NOBODYS = List.of("resource_downloads.requires_email");

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private Subjects subjects;
    @Autowired
    private Exporting exporting;

    @Test
    void everyColumnThatPointsToAPersonIsSaidByARoom() {
        var pointing = database.sql("""
                select conrelid::regclass || '.' || attname from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any (conkey)
                where contype = 'f' and confrelid = 'profiles'::regclass
                union select table_name || '.' || column_name from information_schema.columns join information_schema.tables using (table_schema, table_name)
                where table_schema = 'public' and table_type = 'BASE TABLE' and column_name like '%profile\\_id'""").query(String.class).list();

        assertThat(said()).containsAll(pointing);
        assertThat(pointing).hasSizeGreaterThan(25).contains("auth_passkeys.profile_id", "content_revisions.author", "auth_audit_logs.profile_id");
    }

    @Test
    void everyTableThatKeepsAnAddressOfSomebodyIsSaidByARoom() {
        var tables = subjects.holdings().stream().map(Holding::table).collect(Collectors.toSet());

        assertThat(database.sql("""
                select table_name || '.' || column_name as found from information_schema.columns join information_schema.tables using (table_schema, table_name)
                where table_schema = 'public' and table_type = 'BASE TABLE' and column_name ~ '(email|recipient|user_agent|ip_address|phone|holder_name|last4)'""").query(String.class).list())
            .filteredOn(found -> !NOBODYS.contains(found)).hasSizeGreaterThan(6).allMatch(found -> tables.contains(found.substring(0, found.indexOf('.'))));
    }

    @Test
    void whatIsSaidIsThereAndHidesEverySecret() {
        var columns = new LinkedHashMap<String, TreeSet<String>>();
        database.sql("select table_name, column_name from information_schema.columns where table_schema = 'public'")
            .query(row -> {
                columns.computeIfAbsent(row.getString(1), table -> new TreeSet<>()).add(row.getString(2));
            });

        assertThat(subjects.holdings()).allSatisfy(holding -> {
            assertThat(columns.get(holding.table())).as(holding.table()).contains(holding.column()).containsAll(holding.hidden().stream().filter(column -> !column.equals("search")).toList());
            assertThat(columns.get(holding.table())).filteredOn(column -> !holding.hidden().contains(column))
                .as(holding.table()).noneMatch(column -> column.matches(".*(hash|secret|password|salt|pending|^token|^code|attestation|public_key)") && !column.equals("token_id"));
        });
    }

    @Test
    void oneGetsAllOfOnesOwnAndNothingOfAnybodyElses() throws IOException {
        var email = TestPeople.join(database, Role.EDITOR, false);
        var person = DeskBrowser.at(port);
        person.signIn(email, TestPeople.PASSWORD);
        var other = TestPeople.join(database, Role.EDITOR, false);
        DeskBrowser.at(port).signIn(other, TestPeople.PASSWORD);
        database.sql("update profiles set bio = '<script>alert(1)</script>' where email = ?").param(email).update();

        var answer = person.get("/account/personal-data");
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition")).contains("personal-data.zip");
        var files = files(email);
        assertThat(files.keySet()).contains("index.html", "data/profiles.id.json", "data/auth_sessions.profile_id.json", "data/staff.profile_id.json", "data/auth_audit_personal.log_id.json");
        assertThat(files.get("data/auth_sessions.profile_id.json")).contains("127.0.0.1").doesNotContain("secret_hash");
        assertThat(files.get("data/auth_audit_logs.profile_id.json")).contains("login_success", "personal_data_exported");
        assertThat(files.get("index.html")).contains("Personal data of", "Places where they are signed in", "&lt;script&gt;").doesNotContain("<script>", "{bcrypt}", "$argon");
        assertThat(String.join("", files.values())).contains(email).doesNotContain(other);
        files.forEach((name, text) -> {
            if (name.endsWith(".json")) {
                assertThat(new JsonMapper().readTree(text).isArray()).as(name).isTrue();
            }
        });
    }

    private Map<String, String> files(String email) throws IOException {
        var subject = subjects.known(database.sql("select id from profiles where email = ?").param(email).query(UUID.class).single());
        var bytes = new ByteArrayOutputStream();
        exporting.write(subject, Locale.ENGLISH, bytes);
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private List<String> said() {
        return subjects.holdings().stream().map(holding -> holding.table() + "." + holding.column()).toList();
    }
}
