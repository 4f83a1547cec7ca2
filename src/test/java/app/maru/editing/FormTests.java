package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.content.PostedForm;
import app.maru.identity.DeskBrowser;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Role;

@EditingTest
class FormTests {

    private static final Pattern CARD = Pattern.compile("name=\"_order.features\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;
    private Desk author;
    private final UUID one = UUID.randomUUID();
    private final UUID two = UUID.randomUUID();

    @BeforeEach
    void anAuthorAtTheDesk() {
        author = Desk.of(port, Role.AUTHOR);
    }

    @Test
    void aCardIsAddedWithoutAScriptAndNothingIsSaved() {
        var page = author.send(Desk.PRODUCTS + "/new/form", PostedForm.with("_entry", UUID.randomUUID().toString())
            .and("name", "아직 저장 전").and("_do", "features.add"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("value=\"아직 저장 전\"", "<details open", "autofocus").containsPattern(CARD);
        assertThat(author.browser().get(Desk.PRODUCTS + "?search=" + "아직").text()).doesNotContain("아직 저장 전");
    }

    @Test
    void cardsMoveWithoutAScriptAndTakeWhatIsTypedAlong() {
        var down = change(typed().and("_do", "features." + one + ".down"));
        assertThat(cards(down)).containsExactly(two.toString(), one.toString());
        assertThat(down.body()).contains("value=\"하나\"", "value=\"둘\"");

        assertThat(cards(change(typed().and("_do", "features." + two + ".up")))).containsExactly(two.toString(), one.toString());
        assertThat(cards(change(typed().and("_do", "features." + one + ".up")))).containsExactly(one.toString(), two.toString());
    }

    @Test
    void aRemovedCardKeepsItsPlaceAndItsTextUntilItIsSaved() {
        var removed = change(typed().and("_do", "features." + one + ".remove"));
        assertThat(cards(removed)).containsExactly(one.toString(), two.toString());
        assertThat(removed.text()).contains("하나", "is removed when you save");
        assertThat(removed.body()).contains("name=\"_removed.features\" value=\"" + one + "\">");

        var back = change(typed().removing("features", one).and("_do", "features." + one + ".undo"));
        assertThat(back.body()).contains("value=\"하나\"").contains("name=\"_removed.features\" value=\"" + one + "\" disabled");
    }

    @Test
    void aCardThatIsStoredAndNotInTheFormIsMovedAllTheSame() {
        var id = UUID.randomUUID();
        author.create(id, typed());

        var page = author.send(Desk.address(id) + "/form", author.form(id).and("_do", "features." + two + ".up"));

        assertThat(cards(page)).containsExactly(two.toString(), one.toString());
        assertThat(page.text()).contains("1 둘", "2 하나");
    }

    @Test
    void whatIsInAClosedCardIsNotInThePage() {
        var id = stored();

        assertThat(author.open(id).text()).contains("1 하나", "2 둘");
        assertThat(author.open(id).body()).doesNotContain(field(one), field(two));
        assertThat(author.browser().get(Desk.address(id) + "?card=" + two).body()).contains(field(two), "<details open").doesNotContain(field(one));
    }

    @Test
    void aCardIsOpenedAsOfTheRevisionThatThePageWasMadeOf() {
        var id = stored();
        author.save(id, author.form(id).and("features." + one + ".label", "하나 더"));

        assertThat(body(id, one, 1).body()).contains(field(one), "value=\"하나\"").doesNotContain("하나 더", field(two), "<li");
        assertThat(body(id, one, 2).body()).contains("value=\"하나 더\"");
    }

    @Test
    void aCardThatIsNotThereIsNotOpened() {
        var id = stored();
        var elsewhere = author.draft("다른 요금제");

        assertThat(body(id, UUID.randomUUID(), 1).status()).isEqualTo(404);
        assertThat(body(id, one, 7).status()).isEqualTo(404);
        assertThat(body(elsewhere, one, 1).status()).as("another entry's card").isEqualTo(404);
        assertThat(htmx().get(Desk.address(id) + "/cards/prices/" + one + "?_base=1").status()).isEqualTo(404);
        assertThat(htmx().get(Desk.address(id) + "/cards/features/" + one).status()).isEqualTo(400);
        assertThat(author.browser().get(Desk.address(id) + "/cards/features/" + one + "?_base=1").location()).endsWith("?card=" + one);
    }

    @Test
    void aCardIsOpenedWithoutAScriptAndNothingTypedIsLost() {
        var id = stored();
        var page = author.send(Desk.address(id) + "/form", author.form(id).and("headline", "아직 저장 전").and("features." + one + ".label", "하나 더")
            .and("_do", "features." + two + ".open"));

        assertThat(page.body()).contains("value=\"아직 저장 전\"", "value=\"하나 더\"", "value=\"둘\"", "id=\"card-" + two + "-summary\" autofocus");
    }

    @Test
    void cardsAreMadeBesideOthersWithoutAScript() {
        var id = stored();
        var above = author.send(Desk.address(id) + "/form", author.form(id).and("_do", "features." + two + ".above"));
        assertThat(cards(above)).hasSize(3).startsWith(one.toString()).endsWith(two.toString());
        var below = author.send(Desk.address(id) + "/form", author.form(id).and("_do", "features." + two + ".below"));
        assertThat(cards(below)).hasSize(3).startsWith(one.toString(), two.toString());

        var copied = author.send(Desk.address(id) + "/form", author.form(id).and("features." + one + ".icon", "check").and("_do", "features." + one + ".copy"));
        assertThat(cards(copied)).hasSize(3).startsWith(one.toString()).endsWith(two.toString());
        assertThat(copied.body()).contains("name=\"features." + cards(copied).get(1) + ".label\" value=\"하나\"",
            "name=\"features." + cards(copied).get(1) + ".icon\" value=\"check\"");
    }

    @Test
    void thePageAfterASaveHasTheCardsThatWereSentAndTheNextOneHasNot() {
        var id = stored();
        author.save(id, author.form(id).and("features." + one + ".label", "하나 더"));

        assertThat(author.seen().body()).contains("value=\"하나 더\"").doesNotContain(field(two));
        assertThat(author.open(id).body()).doesNotContain(field(one), field(two));
    }

    @Test
    void aCardSaysHowItDiffersFromWhatVisitorsSee() {
        var id = stored();
        var editor = Desk.of(port, Role.EDITOR);
        assertThat(editor.open(id).text()).as("visitors see nothing").doesNotContain("Added");

        editor.publish(id, editor.form(id));
        assertThat(editor.open(id).text()).contains("1 하나 Show the fields 2 둘 Show the fields");
        editor.save(id, editor.form(id).card("features", one, "label", "하나 더").card("features", UUID.randomUUID(), "label", "셋"));
        assertThat(editor.open(id).text()).contains("하나 더 Changed Show", "둘 Show", "셋 Added Show");
    }

    @Test
    void htmxIsGivenTheCardAlone() {
        var card = author.browser().sending("HX-Request", "true")
            .postText(Desk.PRODUCTS + "/new/form", "_do=checkoutLinks.add&_csrf=" + author.browser().token());

        assertThat(card.body().strip()).startsWith("<li class=\"child").endsWith("</li>").contains("Button label");
    }

    @Test
    void tickedCardsMoveTogetherPastThoseThatStay() {
        var three = UUID.randomUUID();
        var four = UUID.randomUUID();
        var form = typed().card("features", three, "label", "셋").card("features", four, "label", "넷").removing("features", three)
            .and("_chosen.features", two.toString()).and("_chosen.features", four.toString());

        assertThat(cards(change(form.and("_do", "features.chosen.up")))).containsExactly(ids(two, four, one, three));
        assertThat(cards(change(commanding(form, "features.chosen.top")))).containsExactly(ids(two, four, one, three));
        assertThat(cards(change(commanding(form, "features.chosen.bottom")))).containsExactly(ids(one, three, two, four));
        assertThat(change(commanding(form, "features.chosen.bottom")).body()).containsPattern("id=\"card-" + two + "-choose\"[^>]*\\schecked");
        form.parameters().set("_chosen.features", one.toString());
        assertThat(cards(change(commanding(form, "features.chosen.down")))).containsExactly(ids(two, one, three, four));
        form.parameters().set("_chosen.features", two.toString());
        assertThat(cards(change(commanding(form, "features.chosen.down")))).as("past one that is about to be removed").containsExactly(ids(one, three, four, two));
        assertThat(change(commanding(form, "features.chosen.remove")).body()).contains("name=\"_removed.features\" value=\"" + two + "\">");
        form.parameters().set("_chosen.features", three.toString());
        assertThat(cards(change(commanding(form, "features.chosen.top")))).as("it is about to be removed").containsExactly(ids(one, two, three, four));
        form.parameters().remove("_chosen.features");
        assertThat(cards(change(commanding(form, "features.chosen.down")))).as("none is ticked").containsExactly(ids(one, two, three, four));
    }

    private static PostedForm commanding(PostedForm form, String command) {
        form.parameters().set("_do", command);
        return form;
    }

    private static String[] ids(UUID... cards) {
        return java.util.Arrays.stream(cards).map(UUID::toString).toArray(String[]::new);
    }

    @Test
    void aCommandThatIsNoneIsRefused() {
        assertThat(change(typed().and("_do", "prices.add")).status()).isEqualTo(400);
        assertThat(change(typed().and("_do", "features.explode")).status()).isEqualTo(400);
        assertThat(change(typed().and("_do", "features." + "-".repeat(36) + ".up")).status()).isEqualTo(400);
    }

    @Test
    void theSlugIsSuggestedFromAHangulNameWithoutAScript() {
        var page = author.send(Desk.PRODUCTS + "/new/form", typed().and("name", "제안 요금제").and("slug", "").and("_do", "suggest"));

        assertThat(page.body()).contains("name=\"slug\" value=\"jean-yogeumje");
    }

    @Test
    void aSlugThatAnotherHasIsSuggestedWithANumber() {
        var address = Desk.PRODUCTS + "/slug?title=" + URLEncoder.encode("숫자 붙이기", StandardCharsets.UTF_8);
        assertThat(author.browser().get(address).body()).isEqualTo("sutja-butigi");

        var id = UUID.randomUUID();
        author.create(id, PostedForm.with("name", "숫자 붙이기").and("slug", "sutja-butigi"));
        assertThat(author.browser().get(address).body()).isEqualTo("sutja-butigi-2");
        assertThat(author.browser().get(address + "&entry=" + id).body()).isEqualTo("sutja-butigi");
    }

    @Test
    void markdownIsShownAsVisitorsWillReadItAndNothingElse() {
        var page = author.send(Desk.PRODUCTS + "/preview/markdown", PostedForm.with("_preview", "description")
            .and("description", "**굵게** <script>alert(1)</script> [여기](javascript:alert(1))"));

        assertThat(page.body()).contains("<strong>굵게</strong>").doesNotContain("<script>alert", "javascript:");
    }

    private UUID stored() {
        var id = UUID.randomUUID();
        author.create(id, typed().and("name", "카드 둘").and("slug", Desk.slug()));
        author.browser().get(Desk.address(id));
        return id;
    }

    private static String field(UUID card) {
        return "name=\"features." + card + ".label\"";
    }

    private Page body(UUID id, UUID card, int base) {
        return htmx().get(Desk.address(id) + "/cards/features/" + card + "?_base=" + base);
    }

    private DeskBrowser htmx() {
        return DeskBrowser.signedIn(port, Role.VIEWER).sending("HX-Request", "true");
    }

    private PostedForm typed() {
        return new PostedForm().card("features", one, "label", "하나").card("features", two, "label", "둘");
    }

    private Page change(PostedForm form) {
        return author.send(Desk.PRODUCTS + "/new/form", form);
    }

    private static List<String> cards(Page page) {
        return CARD.matcher(page.body()).results().map(MatchResult::group).map(found -> found.replaceAll(".*value=\"|\"", "")).toList();
    }
}
