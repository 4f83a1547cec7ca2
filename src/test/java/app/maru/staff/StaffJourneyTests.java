package app.maru.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.Browser;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;

/** From an invitation to the first page, and out again. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class StaffJourneyTests {

    @LocalServerPort
    private int port;
    @AutoClose
    private Browser admin;
    @AutoClose
    private Browser guest;

    @ParameterizedTest
    @CsvSource({"1280, light", "390, dark"})
    void somebodyIsInvitedComesInAndIsSuspended(int width, String scheme) {
        admin = Browser.at(port).sized(width, 900).preferring(scheme);
        guest = Browser.at(port).sized(width, 900).preferring(scheme);
        var email = UUID.randomUUID() + "@maru.example";
        SignInPage.openedIn(admin).signInAs(Role.ADMIN).open("/staff");
        isWellMade(admin);

        field(admin, "Name").sendKeys("한가람");
        field(admin, "Email").sendKeys(email);
        new Select(field(admin, "Role")).selectByVisibleText("Editor");
        press(admin, "Make invitation");
        assertThat(admin.see(By.cssSelector("main [role=status]")).getText()).contains("한가람 is invited");
        var link = field(admin, "Link of the invitation").getDomProperty("value");
        isWellMade(admin);

        guest.open(link.replaceFirst("^http://[^/]+", ""));
        isWellMade(guest);
        field(guest, "New password").sendKeys("nine quiet autumn hills");
        press(guest, "Set password and sign in");
        assertThat(guest.see(By.cssSelector("h1")).getText()).isEqualTo("Dashboard");

        admin.leave(() -> admin.click(admin.see(By.linkText("한가람"))));
        isWellMade(admin);
        press(admin, "Suspend");
        assertThat(admin.see(By.cssSelector("#toasts")).getText()).contains("한가람 is suspended and signed out.");
        assertThat(guest.open("/account").path()).isEqualTo("/sign-in");
    }

    private static void isWellMade(Browser browser) {
        assertThat(browser.accessibilityProblems()).isEmpty();
        assertThat(browser.overflow()).isZero();
    }

    private static WebElement field(Browser browser, String label) {
        return browser.see(By.xpath("//main//*[@id=//label[normalize-space()='%s']/@for]".formatted(label)));
    }

    private static void press(Browser browser, String label) {
        browser.leave(() -> browser.click(browser.see(By.xpath("//main//button[normalize-space()='%s']".formatted(label)))));
    }
}
