import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser whose transfers, interactions and memory are measured by its own means. */
class Chromium implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("org.openqa.selenium");
    private static final Duration PRESS = Duration.ofMillis(80);
    private static final Duration SEEN = Duration.ofMillis(200);
    static final String REFERENCE = "#reference";
    private static final String OBSERVE = """
        window.interactions = [];
        new PerformanceObserver(list => list.getEntries().filter(entry => entry.interactionId).forEach(entry => interactions.push(entry.duration)))
          .observe({type: 'event', durationThreshold: 16});""";

    private final ChromeDriver driver;
    private final URI home;

    Chromium(URI home) {
        this.home = home;
        LOG.setLevel(Level.SEVERE); // it warns of a protocol version that nothing here uses
        var options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking",
            "--disable-component-update", "--disable-default-apps", "--disable-sync", "--no-first-run", "--window-size=1280,900", "--lang=ko-KR");
        driver = new ChromeDriver(options);
    }

    /** What one visit with an empty cache transferred, in bytes. */
    record Transfer(long page, long script, long all) {}

    void signIn() {
        open("/sign-in");
        driver.findElement(By.name("email")).sendKeys("bench@maru.example");
        driver.findElement(By.name("password")).sendKeys("correct horse battery", Keys.ENTER);
        until("!location.pathname.startsWith('/sign-in') && document.readyState === 'complete'");
    }

    void open(String path) {
        driver.get(home.resolve(path).toString());
        settled();
        driver.executeScript(OBSERVE);
    }

    Transfer opened(String path) {
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        open(path);
        until("performance.getEntriesByType('navigation')[0].loadEventEnd > 0");
        long page = number("return performance.getEntriesByType('navigation')[0].transferSize");
        long script = number("return performance.getEntriesByType('resource').filter(one => one.initiatorType === 'script' || one.name.endsWith('.js')).reduce((sum, one) => sum + one.transferSize, 0)");
        long others = number("return performance.getEntriesByType('resource').reduce((sum, one) => sum + one.transferSize, 0)");
        if (page == 0 || script == 0) throw new IllegalStateException("Nothing was transferred for " + path);
        return new Transfer(page, script, page + others);
    }

    /** A button in the page that does next to nothing: what it takes is the browser's and the machine's own time. */
    void addReference(String below) {
        driver.executeScript("""
            const button = document.createElement("button");
            Object.assign(button, {type: "button", className: "btn btn-secondary", textContent: "·"});
            button.addEventListener("click", () => button.classList.toggle("btn-primary"));
            const place = Object.assign(document.createElement("div"), {id: arguments[0].slice(1)});
            place.append(button);
            document.querySelector(arguments[1]).closest(".place").after(place);""", REFERENCE, below);
    }

    void slowedDown(int times) {
        driver.executeCdpCommand("Emulation.setCPUThrottlingRate", Map.of("rate", times));
    }

    /** As a hand does it: the pointer rests on what it presses, and the press lasts a moment. */
    void click(String root, String within) {
        new Actions(driver).moveToElement(find(root).findElement(By.cssSelector(within))).perform();
        settled();
        new Actions(driver).clickAndHold().pause(PRESS).release().perform();
    }

    void type(String field, String text) {
        find(field).sendKeys(text);
    }

    /** A key on the element, or where the focus is. */
    void key(String element, String key) {
        (element == null ? driver.switchTo().activeElement() : find(element)).sendKeys(key);
    }

    private WebElement find(String selector) {
        var element = driver.findElement(By.cssSelector(selector));
        driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        settled();
        return element;
    }

    /** How long the longest interaction of the act took until the page showed what came of it; what is quicker than 16 ms is not told, and counts as that. */
    double interaction(Runnable act) {
        settled();
        driver.executeScript("window.interactions = []");
        act.run();
        new Actions(driver).pause(SEEN).perform(); // whether all has settled is asked of the page's own thread, after it has shown what was done
        settled();
        return (Double) driver.executeScript("return Math.max(16, ...window.interactions) + 0.001");
    }

    void does(String script, String selector) {
        driver.executeScript("const c = document.querySelector(arguments[0]); " + script, selector);
    }

    long count(String selector) {
        return number("return document.querySelectorAll('" + selector + "').length");
    }

    /** What is in use once the rubbish is taken out. */
    long heap() {
        settled();
        for (int i = 0; i < 3; i++) driver.executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
        driver.executeCdpCommand("Performance.enable", Map.of());
        @SuppressWarnings("unchecked")
        var metrics = (List<Map<String, Object>>) driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
        return metrics.stream().filter(metric -> metric.get("name").equals("JSHeapUsedSize")).mapToLong(metric -> ((Number) metric.get("value")).longValue()).sum();
    }

    private long number(String script) {
        return ((Number) driver.executeScript(script)).longValue();
    }

    /** Waits until nothing is asked for, and what was done is painted. */
    private void settled() {
        until("document.readyState === 'complete' && !document.querySelector('.htmx-request, [aria-busy=true], .htmx-settling')");
        driver.executeAsyncScript("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => done(), {timeout: 500})))");
    }

    private void until(String condition) {
        new WebDriverWait(driver, Duration.ofSeconds(20), Duration.ofMillis(20)).until(page -> Boolean.TRUE.equals(driver.executeScript("return " + condition)));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
