package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.Browser;
import app.maru.content.PostedForm;
import app.maru.identity.Role;

@EditingTest
class PresenceTests {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    private Desk author;
    private Desk admin;
    private UUID id;

    @BeforeEach
    void twoPeopleAndAProduct() {
        author = Desk.of(port, Role.AUTHOR);
        admin = Desk.of(port, Role.ADMIN);
        id = author.draft("크리에이터");
    }

    @Test
    void whoeverHasItOpenIsToldAndWhoeverLeftIsNot() {
        assertThat(enter(author)).doesNotContain("Also open");
        assertThat(enter(admin)).contains("Also open with").doesNotContain("김민준");
        assertThat(enter(author)).contains("Also open with: 김민준");

        admin.delete(Desk.address(id) + "/presence");

        assertThat(enter(author)).doesNotContain("Also open");
    }

    @Test
    void whoeverWasNotHeardOfForAWhileHasLeft() {
        enter(admin);
        database.sql("update editing_presence set seen_at = seen_at - interval '51 seconds' where entry_id = ?").param(id).update();

        assertThat(enter(author)).doesNotContain("김민준");
    }

    @Test
    void whoeverHasItOpenIsToldWhoSavedItSince() {
        assertThat(enter(author)).doesNotContain("has saved this");

        admin.save(id, admin.form(id).and("headline", "그사이"));

        assertThat(enter(author)).contains("김민준 has saved this while you have it open", "Put both together now", "Take theirs");
    }

    @Test
    void twoPeopleInTwoBrowsersSeeEachOtherAndMerge() {
        enter(admin);
        try (var browser = Browser.at(port)) {
            var page = ProductPage.of(id, browser, Role.EDITOR).sees("Also open with: 김민준").fill("Headline", "내 문장").saving("Kept");
            admin.save(id, admin.form(id).and("description", "그들의 설명"));
            browser.script("window.dispatchEvent(new Event('focus'))");

            page.sees("김민준 has saved this while you have it open");
            assertThat(browser.accessibilityProblems()).isEmpty();
            page.leaveByLink("Put both together now");
            page.has("Headline", "내 문장").has("Description", "그들의 설명").press("Save").says("Saved").reopen().has("Headline", "내 문장");
        }
    }

    private String enter(Desk desk) {
        return desk.put(Desk.address(id) + "/presence", PostedForm.with("_base", "1")).text();
    }
}
