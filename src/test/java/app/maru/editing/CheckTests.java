package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.PostedForm;
import app.maru.content.State;
import app.maru.identity.Role;

@EditingTest
class CheckTests {

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
    void whatIsFoundStandsBesideTheFormAndAtItsPlace() {
        var page = editor.open(warned());

        assertThat(page.text()).contains("Checks 1", "Description : The picture /a.png has no alternative text");
        assertThat(page.text().split("The picture /a.png has no alternative text", -1)).hasSize(3);
        assertThat(page.body()).contains("#field-description\"");
    }

    @Test
    void whatIsNeededToPublishIsFoundToo() {
        var id = editor.draft("팀");
        editor.save(id, editor.form(id).and("name", ""));

        assertThat(editor.open(id).text()).contains("Checks 1", "Needed to publish: Name : Needed to publish. Fill it in.");
    }

    @Test
    void whereNothingIsFoundThatIsSaid() {
        assertThat(editor.open(editor.draft("팀")).text()).contains("Checks Nothing found.");
    }

    @Test
    void aWarningIsPublishedOnlyOnceSomebodyHasSeenIt() {
        var id = warned();

        var asked = editor.publish(id, editor.form(id).and("headline", "새 소개"));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("Publish “팀”", "The picture /a.png has no alternative text", "I have seen the warnings (1)", "Look at the warnings");
        assertThat(asked.body()).contains("name=\"_revision\" value=\"3\"");
        assertThat(state(id)).isEqualTo(State.DRAFT);

        assertThat(editor.publish(id, PostedForm.with("_revision", "3").and("_acknowledged", "true")).status()).isEqualTo(302);
        assertThat(state(id)).isEqualTo(State.PUBLISHED);
    }

    @Test
    void whatWentDownIsUndoneWithoutAsking() {
        var id = warned();
        editor.publish(id, PostedForm.with("_acknowledged", "true"));
        editor.delete(Desk.address(id) + "/publication");

        assertThat(editor.seen().body()).contains("name=\"_acknowledged\" value=\"true\"");
    }

    @Test
    void anErrorIsSaidBeforeAWarning() {
        var id = warned();

        var refused = editor.publish(id, editor.form(id).and("name", ""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Saved, but not published yet").doesNotContain("I have seen the warnings");
    }

    @Test
    void whatGoesLiveTogetherIsSeenTogether() {
        var one = editor.draft("하나");
        var other = warned();

        var asked = editor.put(Desk.address(one) + "/publication?_with=" + other, new PostedForm());

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("Publish “하나”", "Together with 팀", "The picture /a.png has no alternative text", "I have seen the warnings (1)");
        assertThat(asked.body()).contains("name=\"_with\" value=\"" + other + "\"");
        assertThat(editor.put(Desk.address(one) + "/publication?_with=" + other, PostedForm.with("_acknowledged", "true")).status()).isEqualTo(302);
        assertThat(state(one)).isEqualTo(State.PUBLISHED);
        assertThat(state(other)).isEqualTo(State.PUBLISHED);
    }

    @Test
    void whoLinksToAnEntryStandsBesideIt() {
        var id = editor.live("봄맞이 할인");
        var linking = editor.draft("할인 안내");
        editor.save(linking, editor.form(linking).and("description", "[할인](/billing/products/" + entries.entry(types.of("billing/products"), id).slug() + ")"));

        assertThat(editor.open(id).text()).contains("Linked from 1 할인 안내");
        assertThat(editor.open(id).body()).contains("href=\"" + Desk.address(linking) + "\"");
        assertThat(editor.open(linking).text()).doesNotContain("Linked from").contains("Links to 1 봄맞이 할인 Published");
        assertThat(editor.open(id).text()).doesNotContain("Links to");
    }

    private UUID warned() {
        var id = editor.draft("팀");
        editor.save(id, editor.form(id).and("description", "![](/a.png)"));
        return id;
    }

    private State state(UUID id) {
        return entries.entry(types.of("billing/products"), id).state();
    }
}
