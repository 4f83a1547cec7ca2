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
import app.maru.identity.DeskBrowser;
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
    private UUID created;
    private String type;

    @BeforeEach
    void aStoredProduct() {
        editor = Desk.of(port, Role.EDITOR);
        id = editor.draft("크리에이터");
        created = UUID.randomUUID();
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
    void aFieldOfFiveMegabytesIsRefusedWithWhatIsWrongAndNothingIsSaved() {
        var refused = editor.save(id, editor.form(id).and("headline", "새 문장").and("description", "x".repeat(5_000_000)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("At most 4,000 characters. This has 5,000,000");
        assertThat(refused.body()).contains("value=\"새 문장\"");
        assertThat(stored().value("headline")).as("nothing half done").isEqualTo("");
    }

    @Test
    void anotherEntrysCardIsLeftWhereItIs() {
        var other = UUID.randomUUID();
        var card = UUID.randomUUID();
        editor.create(other, PostedForm.with("name", "다른 요금제").card("features", card, "label", "남의 것"));
        var form = editor.form(id).and("headline", "새 문장").card("features", card, "label", "훔친 것");

        var refused = editor.save(id, form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("carries the id of something that exists elsewhere");
        assertThat(refused.body()).contains("value=\"새 문장\"", "value=\"훔친 것\"");
        assertThat(stored().value("headline")).as("nothing half done").isEqualTo("");
        assertThat(editor.put(Desk.address(id) + "/unsaved", form.and("_sitting", UUID.randomUUID().toString()).and("_number", "1")).status())
            .isIn(406, 422);
        assertThat(editor.open(other).text()).contains("남의 것").doesNotContain("훔친 것");
        assertThat(editor.open(id).text()).doesNotContain("훔친 것");
    }

    @Test
    void aFieldThatDoesNotExistIsNotPassedOverInSilence() {
        var refused = editor.save(id, editor.form(id).and("price", "9900"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("The form has a field “price” that does not exist");
    }

    @Test
    void aKindOfChildrenThatDoesNotExistIsNotPassedOverInSilence() {
        var refused = editor.save(id, editor.form(id).and("headline", "새 문장").card("gadgets", UUID.randomUUID(), "label", "부품"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("The form has a field “gadgets", "that does not exist");
        assertThat(refused.body()).contains("value=\"새 문장\"");
        assertThat(stored().value("headline")).as("nothing half done").isEqualTo("");
    }

    @Test
    void aChildOfAKindThatDoesNotExistIsShownAndRefused() {
        var item = UUID.randomUUID();
        var refused = create("resources/collections", PostedForm.with("title", "체크리스트").card("items", item, "title", "영상 보기")
            .and(Paths.of("items", item, "itemType"), "video"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("“video” is not one of the choices");
        assertThat(refused.body()).contains("value=\"영상 보기\"");
        assertThat(exists()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11111111-2222-3333-4444-555555555555", "a product", "카페"})
    void aRelationToWhatIsNotThereIsRefusedAndWhatWasTypedIsKept(String category) {
        var refused = create("usecases/case-studies", PostedForm.with("title", "소금빵 가게").and("category", category.equals("a product") ? id.toString() : category));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).containsAnyOf("Category : What was chosen here does not exist", "Category : This is none of the choices");
        assertThat(refused.body()).contains("value=\"소금빵 가게\"");
        assertThat(exists()).isFalse();
    }

    @Test
    void tagsAreReadBetweenAnyCommasAndKeepTheirEmoji() {
        var tile = UUID.randomUUID();
        var form = PostedForm.with("title", "결제").and("slug", "s-" + created).card("tiles", tile, "title", "카드");
        assertThat(create("settings/sections", form.and(Paths.of("tiles", tile, "tags"), " 결제 , 🎉 축하,,👩‍💻，팀·보안\r\n결제")).status()).isEqualTo(302);

        assertThat(editor.seen().body()).contains("결제, 🎉 축하, 👩‍💻, 팀·보안");
        assertThat(editor.put("/settings/sections/" + created + "/publication", new PostedForm()).status()).isEqualTo(302);
        assertThat(editor.browser().get("/api/v1/settings/sections/" + created).body()).contains("\"tags\":[\"결제\",\"🎉 축하\",\"👩‍💻\",\"팀·보안\"]");
    }

    @Test
    void moreTagsThanPossibleAreRefusedAndKept() {
        var tile = UUID.randomUUID();
        var tags = IntStream.rangeClosed(1, 21).mapToObj(number -> "🏷" + number).collect(java.util.stream.Collectors.joining(", "));
        var refused = create("settings/sections", PostedForm.with("title", "결제").card("tiles", tile, "title", "카드").and(Paths.of("tiles", tile, "tags"), tags));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("At most 20 tags of at most 40 characters each");
        assertThat(refused.body()).contains(tags);
        assertThat(exists()).isFalse();
    }

    @Test
    void aSlugThatAnotherHoldsLiveIsRefusedAndNeitherIsChanged() {
        var holder = editor.live("프로");
        var slug = entries.entry(types.of("billing/products"), holder).slug();
        editor.save(holder, editor.form(holder).and("slug", slug + "-old"));
        editor.save(id, editor.form(id).and("slug", slug));
        var before = editor.browser().get("/api/v1").header("Edition");

        var refused = editor.publish(id, editor.form(id));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Visitors find “프로” under the slug “" + slug + "”", "Open “프로”", "Publish both");
        assertThat(editor.browser().get("/api/v1").header("Edition")).as("nothing half done").isEqualTo(before);
        assertThat(editor.browser().get("/api/v1/billing/products/" + slug).body()).contains("프로");
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

    private DeskBrowser.Page create(String type, PostedForm form) {
        this.type = type;
        return editor.send("/" + type, form.and("_entry", created.toString()));
    }

    private boolean exists() {
        return entries.find(types.of(type), created).isPresent();
    }

    private Snapshot stored() {
        return entries.workingCopy(types.of("billing/products"), id).snapshot();
    }
}
