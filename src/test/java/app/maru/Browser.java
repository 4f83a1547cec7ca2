package app.maru;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.deque.html.axecore.selenium.AxeBuilder;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.FluentWait;

/**
 * One person's browser in a test: real Chromium without a window, with cookies and storage that it shares with nobody.
 * All of them live in one Chromium for each test JVM, so that a new one costs no more than a tab.
 */
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ChromeDriver chromium = Chromium.running();
    private final String site;
    private final String profile;
    private final String window;

    private Browser(String site, String profile) {
        this.site = site;
        this.profile = profile;
        this.window = Chromium.windowOf(profile);
        told("Network.enable", Map.of());
        speaking("en");
        sized(1280, 900);
    }

    /** A new browser that knows nothing, for the application on that port of this machine. */
    public static Browser at(int port) {
        return new Browser("http://localhost:" + port, Chromium.profiles().createUserContext());
    }

    /** Another tab of this person's browser, with the same cookies and storage; it goes when this one is closed. */
    public Browser anotherTab() {
        return new Browser(site, profile);
    }

    /** Closes this tab alone, as somebody does who is done, or a browser that fails. */
    public void closeTab() {
        driver().close();
        Chromium.shown = "";
    }

    /** Asks for pages in this language. */
    public Browser speaking(String language) {
        return told("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
    }

    /** Has a window of this size; below 500 pixels it is a telephone that is touched. */
    public Browser sized(int width, int height) {
        told("Emulation.setTouchEmulationEnabled", Map.of("enabled", width < 500));
        return told("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    }

    /** Sees everything at 400 %: a window of 1280 by 1024 pixels has room for a sixteenth. */
    public Browser enlarged() {
        told("Emulation.setTouchEmulationEnabled", Map.of("enabled", false));
        return told("Emulation.setDeviceMetricsOverride", Map.of("width", 320, "height", 256, "deviceScaleFactor", 4, "mobile", false));
    }

    /** Wants things to move, as most do, or not to. */
    public Browser moving(boolean wanted) {
        return told("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", wanted ? "no-preference" : "reduce"))));
    }

    /** Prefers dark pages. */
    public Browser dark() {
        return preferring("dark");
    }

    /** Prefers pages of that colour scheme: light, as at first, or dark. */
    public Browser preferring(String scheme) {
        return told("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Runs no script of any page. */
    public Browser withoutScripts() {
        return told("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** Gets answers only so long after it asked. */
    public Browser answeredAfter(int milliseconds) {
        return told("Network.emulateNetworkConditions", Map.of("offline", false, "latency", milliseconds, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Reaches nobody any more. */
    public Browser offline() {
        return told("Network.emulateNetworkConditions", Map.of("offline", true, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Composes these letters at the caret, as an input method does while keys are pressed; nothing is committed yet. */
    public Browser composing(String letters) {
        return told("Input.imeSetComposition", Map.of("text", letters, "selectionStart", letters.length(), "selectionEnd", letters.length()));
    }

    /** Commits what is composed as these letters. */
    public Browser composed(String letters) {
        return told("Input.insertText", Map.of("text", letters));
    }

    private Browser told(String command, Map<String, Object> parameters) {
        driver().executeCdpCommand(command, parameters);
        return this;
    }

    /** The driver, with this browser's window before it. */
    public ChromeDriver driver() {
        if (!window.equals(Chromium.shown)) {
            chromium.switchTo().window(window);
            Chromium.shown = window;
        }
        return chromium;
    }

    /** Opens the page at that path of the site. */
    public Browser open(String path) {
        driver().get(site + path);
        return this;
    }

    /** The path of the page that is shown. */
    public String path() {
        return driver().getCurrentUrl().replaceFirst("^" + site, "");
    }

    /** The element, as soon as there is one that can be seen. */
    public WebElement see(By what) {
        return await("to see " + what, browser -> browser.all(what).stream().filter(WebElement::isDisplayed).findFirst().orElse(null));
    }

    /** Clicks the element where it can be reached: in the middle of the window, away from bars that stay in sight. */
    public Browser click(WebElement element) {
        script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        element.click();
        return this;
    }

    /** All such elements that there are now. */
    public List<WebElement> all(By what) {
        return driver().findElements(what);
    }

    /** What the question answers, as soon as that is neither null nor false. */
    public <T> T await(String what, Function<Browser, T> question) {
        return new FluentWait<>(this).withTimeout(PATIENCE).pollingEvery(Duration.ofMillis(25)).withMessage(what)
            .ignoring(WebDriverException.class).until(question);
    }

    /** Does something that leads to another page, and waits for that page. */
    public Browser leave(Runnable act) {
        var page = driver().findElement(By.tagName("html"));
        act.run();
        await("to leave the page", browser -> browser.isGone(page));
        return this;
    }

    private boolean isGone(WebElement page) {
        try {
            driver();
            page.isDisplayed();
            return false;
        } catch (StaleElementReferenceException | NoSuchElementException e) {
            return true;
        } catch (WebDriverException e) {
            return false; // between two pages: asked again
        }
    }

    /** Keys and pointer, as a hand uses them. */
    public Actions hand() {
        return new Actions(driver());
    }

    /** What a script in the page answers. */
    public Object script(String script, Object... arguments) {
        return ((JavascriptExecutor) driver()).executeScript(script, arguments);
    }

    /** How many pixels the page is wider than its window. */
    public long overflow() {
        return (Long) script("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** What axe finds wrong with the page as it is now; each with where. */
    public List<String> accessibilityProblems() {
        var found = new ArrayList<String>();
        new AxeBuilder().setLegacyMode(true).analyze(driver()).getViolations().forEach(rule -> rule.getNodes().forEach(node ->
            found.add(rule.getId() + " at " + node.getTarget() + ": " + node.getFailureSummary() + " " + node.getHtml())));
        return found;
    }

    /** Writes what is seen, the whole page down to its end, to a file. */
    public void photograph(Path file) {
        var size = ((Number) script("return Math.max(document.documentElement.scrollHeight, innerHeight)")).intValue();
        var width = ((Number) script("return innerWidth")).intValue();
        told("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", size, "deviceScaleFactor", 1, "mobile", width < 500));
        try {
            Files.write(file, driver().getScreenshotAs(OutputType.BYTES));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        sized(width, 900);
    }

    @Override
    public void close() {
        Chromium.profiles().removeUserContext(profile);
        Chromium.shown = "";
    }
}
