package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Paths;
import app.maru.content.PostedForm;
import app.maru.content.Snapshot;
import app.maru.identity.Role;

@EditingTest
class BadInputTests {

    @LocalServerPort
    private int port;
    @Autowired
    private ContentTypes types;
    @Autowired
    private Entries entries;
    private Desk editor;
    private UUID id;

    @BeforeEach
    void aStoredProduct() {
        editor = Desk.of(port, Role.EDITOR);
        id = editor.draft("크리에이터");
    }

    @Test
    void aTextFarBeyondItsLimitIsReadShownInPlaceAndKept() {
        var text = "가".repeat(100_000);
        var refused = editor.save(id, editor.form(id).and("description", text));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("One thing needs attention", "At most 4,000 characters. This has 100,000: shorten it by 96,000.");
        assertThat(refused.body()).contains(text + "</textarea>", "href=\"#field-description\"", "100000 / 4000");
        assertThat(stored().value("description")).isEqualTo("");
    }

    @Test
    void aSlugThatAnotherHasNamesItsHolder() {
        var other = editor.draft("무료");
        var slug = entries.entry(types.of("billing/products"), other).slug();
        var refused = editor.save(id, editor.form(id).and("slug", slug));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("The slug “" + slug + "” belongs to “무료”", "Open “무료”");
        assertThat(refused.body()).contains("href=\"/billing/products/" + other + "\"", "value=\"" + slug + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//evil.example", "/\\evil.example", "뭐"})
    void anAddressThatMustNotBeFollowedIsRefused(String address) {
        var card = UUID.randomUUID();
        var refused = editor.save(id, editor.form(id).card("checkoutLinks", card, "ctaLabel", "시작하기")
            .and(Paths.of("checkoutLinks", card, "checkoutUrl"), address));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Checkout link 1: Checkout address", "This is no address that can be linked");
        assertThat(refused.body()).contains("value=\"" + address + "\"", "시작하기");
        assertThat(stored().items("checkoutLinks")).isEmpty();
    }

    @Test
    void whatIsNotAmongTheChoicesIsShownAndRefused() {
        var refused = editor.save(id, editor.form(id).and("visibility", "everybody"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("“everybody” is not one of the choices");
        assertThat(refused.body()).contains("<option value=\"everybody\" selected=\"selected\">");
    }

    @Test
    void whatIsNoNumberIsShownAndRefused() {
        var card = UUID.randomUUID();
        var refused = editor.save(id, editor.form(id).card("checkoutLinks", card, "trialDays", "두 주"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("“두 주” is not a whole number");
        assertThat(refused.body()).contains("value=\"두 주\"");
    }

    @Test
    void theSameValuesTwiceAreRefusedWhereTheyMustDiffer() {
        var form = editor.form(id).card("checkoutLinks", UUID.randomUUID(), "ctaLabel", "하나").card("checkoutLinks", UUID.randomUUID(), "ctaLabel", "둘");

        assertThat(editor.save(id, form)).satisfies(refused -> {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("Another one has the same values here (Provider, Interval)");
        });
    }

    @Test
    void aCharacterThatCannotBeStoredIsTakenOutAndSaidSo() {
        var refused = editor.save(id, editor.form(id).and("headline", "보이지\0않는"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("an invisible character in it that cannot be stored");
        assertThat(refused.body()).contains("value=\"보이지않는\"").doesNotContain("\0");
        assertThat(editor.save(id, editor.form(id).and("na\0me", "x")).status()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"headline=%FF%FE", "%FF=x", "headline=%ED%A0%80", "headline=%zz"})
    void whatIsNoTextAtAllIsAnsweredWithAPage(String broken) {
        var form = editor.form(id).parameters();
        var refused = editor.browser().postText(Desk.address(id), "_method=put&_csrf=%s&_version=%s&_base=%s&%s"
            .formatted(editor.browser().token(), form.getFirst("_version"), form.getFirst("_base"), broken));

        assertThat(refused.status()).isBetween(400, 499);
        assertThat(refused.text()).containsAnyOf("cannot be read", "needs attention");
        assertThat(stored().value("headline")).isEqualTo("");
    }

    @Test
    void moreCardsThanPossibleAreRefusedAndKept() {
        var form = editor.form(id);
        IntStream.rangeClosed(1, 500).forEach(number -> form.card("features", UUID.randomUUID(), "label", "기능 " + number));
        var refused = editor.save(id, form);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text()).contains("At most 200 are possible, and there are 500");
        assertThat(refused.body()).contains("value=\"기능 1\"", "value=\"기능 500\"", "href=\"#list-features\"");
        assertThat(stored().items("features")).isEmpty();
    }

    @Test
    void asManyCardsAsPossibleAreSaved() {
        var form = editor.form(id);
        for (var kind : new String[] {"features", "steps", "faqs"}) {
            var first = types.of("billing/products").child(kind).orElseThrow().titleField().name();
            IntStream.rangeClosed(1, 200).forEach(number -> form.card(kind, UUID.randomUUID(), first, "항목 " + number));
        }
        form.and("description", "가".repeat(4000));

        assertThat(editor.save(id, form).status()).isEqualTo(302);
        assertThat(stored().items("faqs")).hasSize(200);
        assertThat(editor.open(id).status()).isEqualTo(200);
    }

    @Test
    void aFormBeyondWhatTheServerReadsIsSaidToBeTooLarge() {
        var refused = editor.save(id, editor.form(id).and("description", "가".repeat(1_000_000)));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text()).contains("too large");
    }

    @Test
    void aFieldThatDoesNotExistIsNotPassedOverInSilence() {
        var refused = editor.save(id, editor.form(id).and("price", "9900"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("The form has a field “price” that does not exist");
    }

    @Test
    void markupIsTextOnTheScreen() {
        editor.save(id, editor.form(id).and("name", "<script>alert('x')</script>").and("description", "</textarea><b>"));
        var saved = editor.seen();

        assertThat(saved.body()).doesNotContain("<script>alert", "</textarea><b>").contains("&lt;script&gt;alert(");
        assertThat(stored().value("name")).isEqualTo("<script>alert('x')</script>");
    }

    @Test
    void aFormSentAgainAfterSigningOutChangesNothingAndShowsWhatWasTyped() {
        var form = editor.form(id).and("headline", "로그아웃 뒤에");
        editor.browser().sending("Sec-Fetch-Site", "same-origin").post("/sign-out", java.util.Map.of());
        var refused = editor.save(id, form);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("You are not signed in", "로그아웃 뒤에");
        assertThat(stored().value("headline")).isEqualTo("");
    }

    private Snapshot stored() {
        return entries.workingCopy(types.of("billing/products"), id).snapshot();
    }
}
