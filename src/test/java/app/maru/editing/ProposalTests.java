package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.PostedForm;
import app.maru.content.State;
import app.maru.identity.Role;

@EditingTest
class ProposalTests {

    @LocalServerPort
    private int port;
    @Autowired
    private ContentTypes types;
    @Autowired
    private Entries entries;
    private Desk editor;

    @BeforeEach
    void anEditorAtTheDesk() {
        editor = Desk.of(port, Role.EDITOR);
    }

    @Test
    void whatIsTypedIsSavedAndShownBeforeItIsPublished() {
        var id = editor.live("팀");

        assertThat(editor.put(proposal(id), editor.form(id).and("headline", "모두가 함께")).status()).isEqualTo(302);

        assertThat(editor.seen().text()).contains("Publish “팀”", "This is what changes for visitors", "Headline", "모두가 함께", "Publish now");
        assertThat(editor.seen().body()).contains("name=\"_revision\" value=\"2\"");
        assertThat(entry(id).state()).isEqualTo(State.CHANGED);
    }

    @Test
    void whatNobodyHasSeenIsShownWhole() {
        var id = editor.draft("새 팀");

        var shown = editor.browser().get(proposal(id));

        assertThat(shown.text()).contains("for the first time", "New address", "/billing/products/" + entry(id).slug(), "Name", "새 팀");
    }

    @Test
    void anotherAddressIsSaidTogetherWithTheOneItReplaces() {
        var id = editor.live("팀");
        var former = entry(id).slug();
        editor.save(id, editor.form(id).and("slug", former + "-neu"));

        assertThat(editor.browser().get(proposal(id)).text())
            .contains("/billing/products/" + former + "-neu", "Address so far", "/billing/products/" + former + " leads to the new one");
    }

    @Test
    void whatVisitorsWillNotSeeIsSaid() {
        var id = editor.draft("팀");
        editor.save(id, editor.form(id).and("isActive", "false"));

        assertThat(editor.browser().get(proposal(id)).text()).contains("visitors will see nothing of it");
    }

    @Test
    void justTheRevisionThatWasLookedAtIsPublished() {
        var id = editor.draft("팀");
        editor.put(proposal(id), editor.form(id).and("headline", "하나"));
        editor.save(id, editor.form(id).and("headline", "둘"));

        editor.publish(id, PostedForm.with("_revision", "2"));

        assertThat(entry(id)).satisfies(entry -> {
            assertThat(entry.live()).isEqualTo(2);
            assertThat(entry.state()).isEqualTo(State.CHANGED);
        });
    }

    @Test
    void whatVisitorsSeeAlreadyIsNotProposed() {
        var id = editor.live("팀");

        editor.put(proposal(id), editor.form(id));

        assertThat(editor.browser().get(proposal(id)).location()).endsWith(Desk.address(id));
        assertThat(editor.browser().get(Desk.address(id)).text()).contains("Visitors see just this already");
    }

    @Test
    void whatIsIncompleteIsSaidInTheEditorInstead() {
        var id = editor.draft("팀");
        editor.put(proposal(id), editor.form(id).and("name", ""));

        assertThat(editor.seen().status()).isEqualTo(422);
        assertThat(editor.seen().text()).contains("Saved, but not published yet", "Name : Needed to publish");
    }

    @Test
    void aRevisionThatDoesNotExistIsNotFound() {
        assertThat(editor.browser().get(proposal(editor.draft("팀")) + "?_revision=9").status()).isEqualTo(404);
        assertThat(editor.browser().get(proposal(UUID.randomUUID())).status()).isEqualTo(404);
    }

    private static String proposal(UUID id) {
        return Desk.address(id) + "/proposal";
    }

    private Entry entry(UUID id) {
        return entries.entry(types.of("billing/products"), id);
    }
}
