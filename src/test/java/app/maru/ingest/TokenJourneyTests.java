package app.maru.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.Browser;
import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;

/** How an admin lets a machine in, and out again. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class TokenJourneyTests {

    @LocalServerPort
    private int port;
    @AutoClose
    private Browser browser;

    @Test
    void aTokenIsMadeShownOnceUsedSeenToBeUsedAndRevoked() throws Exception {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var admin = DeskBrowser.signedIn(port, Role.ADMIN);
        admin.get("/metrics/new");
        admin.post("/metrics", Map.of("label", "Orders", "key", "own." + mark, "kind", "number"));
        browser = Browser.at(port);
        SignInPage.openedIn(browser).signInAs(Role.ADMIN).open("/tokens");

        browser.see(By.id("field-name")).sendKeys("Shop " + mark);
        browser.leave(() -> browser.click(browser.see(By.xpath("//main//button[normalize-space()='Make token']"))));
        var secret = browser.see(By.id("token-secret")).getDomProperty("value");
        assertThat(row(mark).getText()).contains("Never", "Valid");
        browser.open("/tokens");
        assertThat(browser.driver().getPageSource()).as("shown once").contains(secret.substring(0, 12)).doesNotContain(secret);

        assertThat(posted("own." + mark, secret)).isEqualTo(200);
        browser.open("/tokens");
        assertThat(row(mark).findElements(By.cssSelector("td:nth-child(2) time"))).as("its last use").hasSize(1);

        browser.click(row(mark).findElement(By.xpath(".//button[@aria-label='Revoke: Shop " + mark + "']")));
        var sure = browser.see(By.xpath("//*[@popover]//button[normalize-space()='Revoke']"));
        browser.leave(sure::click);
        assertThat(row(mark).getText()).contains("Revoked");
        assertThat(posted("own." + mark, secret)).isEqualTo(401);
    }

    private WebElement row(String mark) {
        return browser.see(By.xpath("//main//tr[contains(., 'Shop %s')]".formatted(mark)));
    }

    private int posted(String key, String secret) throws Exception {
        var body = "{\"metrics\":[{\"key\":\"%s\",\"value\":3,\"recordedAt\":\"%s\"}]}".formatted(key, Instant.now());
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ingest/v1/metrics"))
            .header("Authorization", "Bearer " + secret).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.discarding()).statusCode();
    }
}
