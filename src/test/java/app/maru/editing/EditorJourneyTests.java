package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

import app.maru.Browser;
import app.maru.identity.Role;

class EditorJourneyTests extends ProductJourney {

    @Test
    void aProductEditedInTheBrowserIsLiveAsJson() {
        var page = ProductPage.fresh(browser, Role.EDITOR).fill("Name", "여행 크리에이터");
        page.has("Slug", "yeohaeng-keurieiteo").fill("Headline", "길 위에서도").fill("Description", "**어디서나** 편집해요.");
        page.add("Add feature").fill("Label", "오프라인 편집").fill("Icon", "airplane").fill("Description", "비행기 안에서도");
        page.add("Add step").fill("Title", "가입하기").fill("Description", "이메일이면 돼요.");
        page.add("Add FAQ").fill("Question", "환불되나요?").fill("Answer", "14일 안에요.");
        page.add("Add checkout link").choose("Provider", "Toss Payments").choose("Interval", "Monthly").fill("Button label", "시작하기")
            .fill("Checkout address", "https://pay.example/travel").fill("Trial days", "14");

        page.saving("Kept").press("Save").says("Saved").state("Draft").saving("All saved");
        page.press("Publish").confirm().says("Published in edition").state("Published");

        var json = desk.browser().get("/api/v1/billing/products/yeohaeng-keurieiteo").body();
        assertThat(json).contains("\"name\":\"여행 크리에이터\"", "\"headline\":\"길 위에서도\"", "<strong>어디서나</strong>",
            "\"label\":\"오프라인 편집\"", "\"icon\":\"airplane\"", "\"title\":\"가입하기\"", "\"question\":\"환불되나요?\"", "\"provider\":\"toss\"",
            "\"interval\":\"monthly\"", "\"trialDays\":14");
    }

    @Test
    void savingLeavesTheHandWhereItIs() {
        var id = product();
        var page = ProductPage.of(id, browser, Role.EDITOR);
        page.card("하나").open().fill("Label", "하나 더");

        page.keys(Keys.CONTROL, "s").saving("All saved");

        assertThat(page.focus()).isEqualTo("Label");
        assertThat(page.card("하나 더").isOpen()).isTrue();
        page.keys(Keys.END).keys(Keys.NUMPAD2);
        assertThat(page.card("하나 더").value("Label")).isEqualTo("하나 더2");
        page.says("Saved").saving("Kept").press("Save").says("Saved").reopen();
        assertThat(page.cards("Features").getFirst()).contains("하나 더2");
    }

    @Test
    void enterInALineSaves() {
        var page = ProductPage.of(product(), browser, Role.EDITOR).fill("Headline", "한 줄").keys(Keys.ENTER);

        page.says("Saved").state("Draft").reopen().has("Headline", "한 줄");
    }

    @Test
    void whatIsTypedOutlivesTheSession() {
        var page = ProductPage.of(product(), browser, Role.EDITOR).fill("Headline", "세션이 끝나도");
        var session = browser.driver().manage().getCookieNamed("maru-session");
        browser.driver().manage().deleteCookie(session);

        page.press("Save").sees("Your session has ended");

        browser.driver().manage().addCookie(session);
        browser.script("window.dispatchEvent(new Event('focus'))");
        page.seesNoMore("Your session has ended").has("Headline", "세션이 끝나도").press("Save").says("Saved");
    }

    @Test
    void thePrimaryButtonSaysWhatWillHappen() {
        var id = product();
        var page = ProductPage.of(id, browser, Role.EDITOR);
        page.press("Publish").confirm().says("Published in edition").state("Published");
        assertThat(page.offers("Nothing to publish")).isFalse();

        page.fill("Headline", "새 소개").press("Publish changes").confirm().says("Published in edition");
        page.fill("Headline", "더 새로운 소개").press("Save").says("Saved").state("Changed");
        assertThat(page.offers("Publish changes")).isTrue();
        page.leaveByMenu("Discard changes").state("Published").has("Headline", "새 소개");
        page.leaveBy("Undo").state("Changed").has("Headline", "더 새로운 소개");
        page.leaveByMenu("Unpublish").state("Draft").leaveBy("Undo").state("Changed");
        page.leaveByMenu("Archive").state("Archived").leaveBy("Restore").state("Draft");
        page.leaveByMenu("Duplicate").says("This is a copy of");
    }

    @Test
    void whatChangesForVisitorsIsSeenBeforeItIsPublished() {
        var page = ProductPage.of(product(), browser, Role.EDITOR).fill("Headline", "처음 소개").press("Publish");
        assertThat(page.asked()).contains("Publish “크리에이터”", "for the first time", "처음 소개", "New address");

        page.follow("Keep editing").state("Draft").saving("All saved");
        assertThat(page.focus()).isEqualTo("Publish");
        page.press("Publish").confirm().state("Published");
        page.fill("Headline", "다음 소개").press("Publish changes");
        assertThat(page.asked()).contains("This is what changes for visitors", "Headline").doesNotContain("New address");
        page.keys(Keys.ESCAPE).has("Headline", "다음 소개").state("Changed").press("Publish changes").confirm().says("Published in edition");
    }

    @Test
    void aWarningIsSeenAndTickedBeforeItIsPublished() {
        var page = ProductPage.of(product(), browser, Role.EDITOR);
        page.card("둘").open();
        var question = page.add("Add FAQ").fill("Question", "환불되나요?");
        page.add("Add FAQ").fill("Question", "환불 되나요").open();
        page.press("Publish");
        assertThat(page.asked()).contains("This question is asked above already", "I have seen the warnings (1)");

        page.follow("Question 2: Question");
        assertThat(page.focus()).isEqualTo("Question");
        page.press("Publish").tick("I have seen the warnings (1) and publish all the same").press("Publish now")
            .says("Published in edition").state("Published");
        assertThat(question.isOpen()).isTrue();
    }

    @Test
    void whatIsInACardComesWhenItIsOpenedAndIsSavedWithTheRest() {
        var page = ProductPage.of(product(), browser, Role.AUTHOR);
        assertThat(page.card("둘").hasFields()).isFalse();

        page.card("둘").open().fill("Description", "펼쳐서 쓴 설명");
        page.card("하나").moveDown();
        page.press("Save").says("Saved").saving("All saved");

        page.hasCards("Features", "1 둘 펼쳐서 쓴 설명", "2 하나", "3 셋");
        assertThat(page.card("둘").isOpen()).isTrue();
        page.reopen().hasCards("Features", "1 둘 펼쳐서 쓴 설명", "2 하나", "3 셋");
        assertThat(page.card("둘").hasFields()).isFalse();
    }

    @Test
    void whatAnotherChangedInACardThatIHaveOpenComesInAndIsNotUndoneByMe() {
        var id = product();
        var mine = ProductPage.of(id, browser, Role.EDITOR);
        mine.card("둘").open().fill("Label", "둘이서");
        try (var another = Browser.at(port)) {
            var theirs = ProductPage.of(id, another, Role.ADMIN);
            theirs.card("둘").open().fill("Description", "그들의 설명");
            theirs.press("Save").says("Saved");
        }

        mine.press("Save").says("together with what 김민준 changed meanwhile");
        assertThat(mine.card("둘이서").value("Description")).isEqualTo("그들의 설명");
        mine.press("Save").says("Nothing has changed");
        mine.reopen().hasCards("Features", "1 하나", "2 둘이서 그들의 설명", "3 셋");
    }

    @Test
    void linksLeadIntoClosedCards() {
        var id = product();
        desk.save(id, desk.form(id).card("faqs", UUID.randomUUID(), "question", "환불되나요?").card("faqs", UUID.randomUUID(), "question", "환불 되나요"));
        var page = ProductPage.of(id, browser, Role.EDITOR);
        browser.await("what the checks found", shown -> {
            page.reopen();
            return page.checks().contains("asked above");
        });

        page.fill("Headline", "아직 저장 전").follow("Question 2: Question");
        browser.await("the focus in the card", shown -> page.focus().equals("Question"));
        page.has("Headline", "아직 저장 전");
        browser.withoutScripts();
        page.reopen().follow("Question 2: Question");
        assertThat(page.card("환불 되나요").isOpen()).isTrue();
        assertThat(page.card("환불되나요?").hasFields()).isFalse();
    }

    @Test
    void aCardThatDoesNotComeCanBeAskedForAgain() {
        var page = ProductPage.of(product(), browser, Role.AUTHOR);
        browser.offline();
        browser.click(browser.see(By.xpath("//main//summary[contains(., '둘')]")));
        browser.see(By.xpath("//main//button[normalize-space()='Show the fields']"));

        browser.answeredAfter(0);
        page.press("Show the fields").card("둘").loaded().fill("Label", "둘이서");
        page.hasCards("Features", "1 하나", "2 둘이서", "3 셋");
    }

    @Test
    void cardsMoveByButtonsAndTheFocusGoesAlong() {
        var page = ProductPage.of(product(), browser, Role.AUTHOR);

        page.card("셋").moveUp().moveUp();
        page.hasCards("Features", "1 셋", "2 하나", "3 둘");
        assertThat(page.focus()).contains("Move up", "셋");
        assertThat(page.said()).isEqualTo("1 셋 moved to place 1 of 3");
        page.keys(Keys.ENTER);
        assertThat(page.said()).isEqualTo("1 셋 cannot move any further");
        page.keys(Keys.TAB).keys(Keys.ENTER);
        page.hasCards("Features", "1 하나", "2 셋", "3 둘");

        page.press("Save").says("Saved").reopen().hasCards("Features", "1 하나", "2 셋", "3 둘");
    }

    @Test
    void cardsMoveByHand() {
        var page = ProductPage.of(product(), browser, Role.AUTHOR);

        page.card("하나").dragTo(page.card("셋"));

        page.hasCards("Features", "1 둘", "2 셋", "3 하나").saving("Kept");
        page.press("Save").says("Saved").reopen().hasCards("Features", "1 둘", "2 셋", "3 하나");
    }

    @Test
    void aRemovedCardComesBackUntilItIsSaved() {
        var page = ProductPage.of(product(), browser, Role.AUTHOR);
        var card = page.card("둘").remove();
        page.hasCards("Features", "1 하나", "2 셋");
        assertThat(card.strip()).contains("둘", "is removed when you save");
        assertThat(page.focus()).isEqualTo("Undo");

        card.undo();
        page.hasCards("Features", "1 하나", "2 둘", "3 셋");
        page.card("둘").remove();
        page.press("Save").says("Saved").hasCards("Features", "1 하나", "2 셋");
        page.reopen().hasCards("Features", "1 하나", "2 셋");
    }

    @Test
    void markdownIsLookedAtAndWrittenInTurn() {
        var page = ProductPage.of(product(), browser, Role.AUTHOR).fill("Description", "# 제목\n\n- 하나\n- 둘");

        assertThat(page.togglePreview("Description").rendered()).isEqualTo("제목\n하나\n둘");
        page.togglePreview("Description").fill("Description", "*다시*");
        assertThat(page.togglePreview("Description").rendered()).isEqualTo("다시");
    }

    @Test
    void theSlugFollowsTheNameUntilSomebodyTypesOne() {
        var page = ProductPage.fresh(browser, Role.EDITOR);
        page.fill("Name", "가을 할인").has("Slug", "gaeul-halin");
        page.fill("Slug", "autumn").fill("Name", "겨울 할인").press("Save").says("Saved").has("Slug", "autumn");

        page.press("Publish").confirm().says("Published in edition").fill("Name", "여름 할인").press("Save").says("Saved").has("Slug", "autumn");
        assertThat(page.offers("Suggest")).isFalse();

        var another = page.another().fill("Name", "봄 할인 " + UUID.randomUUID());
        another.press("Save").says("Saved");
        assertThat(another.reopen().value("Slug")).as("whoever saves at once saves the suggestion too").startsWith("bom-halin-");
    }

    @Test
    void whatIsWrongIsSummedUpAndLedTo() {
        var page = ProductPage.of(product(), browser, Role.EDITOR).fill("Slug", "Not A Slug");
        page.card("둘").open().fill("Icon", "Nicht So!").open();
        page.press("Save");

        assertThat(page.problems()).contains("2 things need attention", "Slug: Only lower-case letters", "Feature 2: Icon: The name of an icon");
        assertThat(page.wrongAt("Slug")).contains("such as team-plan");
        page.readsProblemsFirst().follow("Feature 2: Icon");
        assertThat(page.focus()).isEqualTo("Icon");
        page.card("둘").fill("Icon", "check");
        page.fill("Slug", Desk.slug()).press("Save").says("Saved");
    }

    @Test
    void whatIsMissingIsSaidAfterItWasSaved() {
        var page = ProductPage.of(product(), browser, Role.EDITOR);
        page.add("Add step");
        page.press("Publish");

        assertThat(page.problems()).contains("Saved, but not published yet", "Step 1: Title: Needed to publish");
        page.card("Step").fill("Title", "가입하기");
        page.press("Publish").confirm().says("Published in edition").state("Published");
    }

    @Test
    void aSlugThatIsGivenUpElsewhereIsPublishedTogetherWithItsNewHolder() {
        var holder = desk.live("프로");
        var slug = "pro-" + UUID.randomUUID();
        desk.publish(holder, desk.form(holder).and("slug", slug));
        desk.save(holder, desk.form(holder).and("slug", slug + "-old"));
        var page = ProductPage.of(product(), browser, Role.EDITOR).fill("Slug", slug);

        page.press("Publish");
        assertThat(page.problems()).contains("Visitors find “프로” under the slug", "Open “프로”");
        page.press("Publish both").says("Published in edition").state("Published");

        assertThat(desk.browser().get("/api/v1/billing/products/" + slug).body()).contains("크리에이터");
        assertThat(desk.browser().get("/api/v1/billing/products/" + slug + "-old").body()).contains("프로");
    }

    @Test
    void twoWhoWriteTheSameSeeBothTextsAndLoseNeither() {
        var id = product();
        var mine = ProductPage.of(id, browser, Role.EDITOR).fill("Headline", "내 문장").fill("Name", "내 이름");
        try (var another = Browser.at(port)) {
            ProductPage.of(id, another, Role.ADMIN).fill("Headline", "그들의 문장").fill("Name", "그들의 이름").fill("Description", "새 설명")
                .press("Save").says("Saved");
        }

        mine.press("Save");

        assertThat(mine.problems()).contains("김민준 saved this while you were writing", "is in the form already: Description");
        assertThat(mine.clash()).contains("내 이름", "그들의 이름", "Copy my text");
        mine.has("Headline", "내 문장").has("Description", "새 설명").take("Take what 김민준 saved");
        mine.press("Save").says("Saved").has("Name", "그들의 이름").has("Headline", "내 문장").saving("All saved");
        mine.reopen().has("Name", "그들의 이름").has("Headline", "내 문장").has("Description", "새 설명");
    }

    @Test
    void aCardThatIRemovedAndAnotherChangedIsKeptWhenITakeTheirs() {
        var id = product();
        var mine = ProductPage.of(id, browser, Role.EDITOR);
        mine.card("둘").remove();
        try (var another = Browser.at(port)) {
            var theirs = ProductPage.of(id, another, Role.ADMIN);
            theirs.card("둘").open().fill("Description", "그사이 바꾼 설명");
            theirs.press("Save").says("Saved");
        }

        mine.press("Save");

        assertThat(mine.clash()).contains("Removed by you", "그사이 바꾼 설명");
        mine.take("Take what 김민준 saved").press("Save").says("Nothing has changed");
        mine.hasCards("Features", "1 하나", "2 둘 그사이 바꾼 설명", "3 셋").saving("All saved");
    }

    @Test
    void whatAnotherChangedElsewhereComesInWithMySave() {
        var id = product();
        var mine = ProductPage.of(id, browser, Role.EDITOR).fill("Headline", "내 문장");
        desk.save(id, desk.form(id).and("description", "새 설명").card("features", UUID.randomUUID(), "label", "넷"));

        mine.press("Save").says("together with what 김민준 changed meanwhile");

        mine.has("Description", "새 설명").has("Headline", "내 문장").saving("All saved");
        assertThat(mine.cards("Features")).anyMatch(card -> card.contains("넷")).hasSize(4);
    }

    @Test
    void everythingWorksWithoutScripts() {
        browser.withoutScripts();
        var page = ProductPage.fresh(browser, Role.EDITOR).fill("Name", "스크립트 없이").leaveBy("Suggest");
        assertThat(page.value("Slug")).isEqualTo("seukeuripteu-eopi");
        page.leaveBy("Add feature").card("Feature").fill("Label", "하나");
        page.leaveBy("Add feature").card("Feature").fill("Label", "둘");
        page.leaveBy("Save").says("Saved").hasCards("Features", "1 하나", "2 둘");

        page.reopen().fill("Headline", "펼치는 동안").card("둘").openOnAnotherPage().fill("Description", "설명");
        page.has("Headline", "펼치는 동안");
        browser.leave(() -> page.card("둘").moveUp());
        page.hasCards("Features", "1 둘 설명", "2 하나");
        browser.leave(() -> page.card("하나").remove());
        page.hasCards("Features", "1 둘 설명").leaveBy("Undo").hasCards("Features", "1 둘 설명", "2 하나");
        page.leaveBy("Publish").leaveBy("Publish now").says("Published in edition");

        assertThat(desk.browser().get("/api/v1/billing/products/seukeuripteu-eopi?fields=features.label").body())
            .contains("\"label\":\"둘\"},").contains("\"label\":\"하나\"}");
    }
}
