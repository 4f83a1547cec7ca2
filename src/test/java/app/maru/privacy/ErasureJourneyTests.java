package app.maru.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.Browser;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;

/** How an admin erases somebody who asks for it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class ErasureJourneyTests {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @AutoClose
    private Browser browser;

    @Test
    void aCustomerIsErasedOnceTheirAddressIsTyped() {
        var id = database.sql("insert into profiles (email, name) values (gen_random_uuid() || '@leaver.example', '나리') returning id").query(UUID.class).single();
        var email = database.sql("select email from profiles where id = ?").param(id).query(String.class).single();
        browser = Browser.at(port).sized(390, 844);
        SignInPage.openedIn(browser).signInAs(Role.ADMIN).open("/profiles/" + id);
        browser.leave(() -> browser.click(browser.see(By.linkText("Personal data"))));
        assertThat(browser.accessibilityProblems()).isEmpty();
        assertThat(browser.overflow()).isZero();

        type("nobody@leaver.example");
        assertThat(browser.see(By.cssSelector("main [role=alert]")).getText()).contains("Nothing was erased");
        type(email);

        assertThat(browser.see(By.id("toasts")).getText()).contains("Former customer " + id.toString().substring(32).toUpperCase());
        browser.open("/profiles?q=" + email);
        assertThat(browser.see(By.tagName("main")).getText()).doesNotContain("나리");
    }

    private void type(String address) {
        var field = browser.see(By.xpath("//input[@id=//label[normalize-space()='Their address, to confirm']/@for]"));
        field.clear();
        field.sendKeys(address);
        browser.leave(() -> browser.click(browser.see(By.xpath("//button[normalize-space()='Erase for good']"))));
    }
}
