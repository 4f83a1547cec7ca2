package app.maru;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

class BrowserTests {

    HttpServer site;

    @BeforeEach
    void aSite() throws Exception {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            var page = """
                <!DOCTYPE html><html lang=%s><meta name=viewport content='width=device-width'><title>Page</title><h1>Page</h1><p>%s</p><img src=x>
                <script>document.querySelector('p').textContent += ' script'</script>"""
                .formatted(exchange.getRequestHeaders().getFirst("Accept-Language").substring(0, 2), exchange.getRequestHeaders().getFirst("Cookie"));
            exchange.getResponseHeaders().add("Set-Cookie", "seen=yes");
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(page.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void noSite() {
        site.stop(0);
    }

    @Test
    void twoBrowsersShareNoCookies() {
        try (var one = open(); var other = open()) {
            assertThat(says(one.open("/"))).isEqualTo("null script");
            assertThat(says(one.open("/"))).isEqualTo("seen=yes script");
            assertThat(says(other.open("/"))).isEqualTo("null script");
            assertThat(says(one.open("/"))).isEqualTo("seen=yes script");
        }
    }

    @Test
    void scriptsLanguageSizeAndThemeAreTheTests() {
        try (var browser = open().withoutScripts().speaking("ko").sized(390, 844).dark()) {
            assertThat(says(browser.open("/"))).isEqualTo("null");
            assertThat(browser.all(By.cssSelector("html[lang=ko]"))).hasSize(1);
            assertThat(browser.script("return innerWidth")).isEqualTo(390L);
            assertThat(browser.script("return matchMedia('(prefers-color-scheme: dark)').matches")).isEqualTo(true);
        }
    }

    @Test
    void axeFindsWhatIsWrong() {
        try (var browser = open()) {
            assertThat(browser.open("/").accessibilityProblems()).anyMatch(problem -> problem.startsWith("image-alt"));
        }
    }

    private Browser open() {
        return Browser.at(site.getAddress().getPort());
    }

    private static String says(Browser browser) {
        return browser.see(By.tagName("p")).getText();
    }
}
