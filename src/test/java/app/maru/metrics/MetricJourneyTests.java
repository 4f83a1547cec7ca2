package app.maru.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

import app.maru.Browser;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;

/** What an admin does with figures. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class MetricJourneyTests {

    @LocalServerPort
    private int port;
    @Autowired
    private Alarming alarming;
    @Autowired
    private TransactionTemplate transaction;
    @AutoClose
    private Browser browser;

    @BeforeEach
    void anAdmin() {
        browser = Browser.at(port);
        SignInPage.openedIn(browser).signInAs(Role.ADMIN);
    }

    @Test
    void anAdminMeasuresSomethingAndIsGivenATaskWhenItGoesWhereItShouldNot() {
        var name = "Open tickets " + UUID.randomUUID().toString().substring(0, 8);
        browser.open("/metrics");
        browser.leave(() -> browser.see(By.linkText("New metric")).click());
        fill("Name", name);
        fill("Target", "5");
        press("Add metric");
        sees("Added “" + name + "”.");
        fill("Value", "12");
        press("Keep value");
        sees("Value kept");
        assertThat(browser.see(By.cssSelector(".metrics-now strong")).getText()).isEqualTo("12");

        browser.leave(() -> browser.see(By.linkText("Edit")).click());
        fill("Above", "10");
        press("Save");
        transaction.executeWithoutResult(status -> alarming.look());
        var page = browser.path();
        browser.open("/tasks?search=" + name.substring(name.length() - 8));
        sees("A metric is too high");
        browser.leave(() -> browser.see(By.linkText(name)).click());
        browser.leave(() -> browser.see(By.xpath("//aside//a[normalize-space()='%s']".formatted(name))).click());
        assertThat(browser.path()).isEqualTo(page);
        assertThat(browser.see(By.className("metrics-alert")).getText()).contains("10");
    }

    @Test
    void aCourseIsReadByRangePointByPointAsATableAndAsCsv() {
        browser.open("/metrics/support.minutes");
        browser.leave(() -> browser.see(By.linkText("Month")).click());
        assertThat(browser.see(By.linkText("Month")).getDomAttribute("aria-current")).isEqualTo("page");

        var slider = browser.see(By.cssSelector("main input[type=range]"));
        assertThat(slider.getAccessibleName()).isEqualTo("Read the chart point by point");
        var newest = read(slider);
        slider.sendKeys(Keys.ARROW_LEFT);
        browser.await("the point before", shown -> !read(slider).equals(newest));
        assertThat(slider.getDomAttribute("aria-valuetext")).isEqualTo(read(slider));
        slider.sendKeys(Keys.END);
        browser.await("the newest point", shown -> read(slider).equals(newest));

        var row = browser.see(By.cssSelector(".metrics-table tbody tr"));
        assertThat(newest).startsWith(row.findElement(By.tagName("th")).getText()).endsWith(row.findElement(By.tagName("td")).getText());
        var csv = browser.script("return fetch(arguments[0].href).then(answer => answer.text())", browser.see(By.linkText("CSV"))).toString().split("\\R");
        assertThat(csv[0]).isEqualTo("from,average,least,most,values");
        assertThat(csv.length - 1).isEqualTo(browser.all(By.xpath("//table[contains(@class, 'metrics-table')]/tbody/tr[normalize-space(td[1])]")).size());
        assertThat(browser.accessibilityProblems()).isEmpty();
    }

    private static String read(WebElement slider) {
        return slider.findElement(By.xpath("following-sibling::output")).getText();
    }

    private void sees(String words) {
        browser.see(By.xpath("//body//*[contains(normalize-space(text()), '%s')]".formatted(words)));
    }

    private void fill(String label, String text) {
        var field = browser.see(By.xpath("//main//*[@id=//main//label[normalize-space()='%s']/@for]".formatted(label)));
        field.clear();
        field.sendKeys(text);
    }

    private void press(String button) {
        browser.leave(() -> browser.click(browser.see(By.xpath("//main//button[normalize-space()='%s']".formatted(button)))));
    }
}
