package app.maru.editing;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import app.maru.Browser;
import app.maru.DemoMaru;
import app.maru.identity.Role;

/** Somebody who writes while Maru is stopped and started again. */
class RestartJourneyTests {

    @AutoClose
    final DemoMaru maru = new DemoMaru();
    @AutoClose
    final Browser browser = Browser.at(maru.port());

    @Test
    void whatIsTypedWhileMaruIsStartedAgainIsKeptWhenItIsBack() {
        var page = ProductPage.of(Desk.of(maru.port(), Role.ADMIN).draft("크리에이터"), browser, Role.EDITOR).fill("Headline", "아직 있을 때").saving("Kept");
        maru.stop();

        page.fill("Description", "없는 동안").saving("Not kept, retrying").fill("Headline", "다시 올 때까지");
        maru.startAgain();
        page.keys(Keys.TAB).saving("Kept").press("Save").says("Saved").reopen()
            .has("Headline", "다시 올 때까지").has("Description", "없는 동안");
    }
}
