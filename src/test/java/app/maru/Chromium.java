package app.maru;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.bidi.browsingcontext.BrowsingContext;
import org.openqa.selenium.bidi.browsingcontext.CreateContextParameters;
import org.openqa.selenium.bidi.module.Browser;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** The one Chromium of a test JVM: started for the first {@link app.maru.Browser}, stopped with the JVM, never asking the network. */
final class Chromium {

    /** The window that the driver has before it. */
    static String shown = "";
    private static final Logger LOG = Logger.getLogger("org.openqa.selenium");
    private static ChromeDriver driver;

    private Chromium() {
    }

    static ChromeDriver running() {
        if (driver == null) {
            LOG.setLevel(Level.SEVERE); // it warns of a protocol version that nothing here uses
            driver = new ChromeDriver(options());
            Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
        }
        return driver;
    }

    static Browser profiles() {
        return new Browser(running());
    }

    static String windowOf(String profile) {
        return new BrowsingContext(running(), new CreateContextParameters(WindowType.WINDOW).userContext(profile)).getId();
    }

    private static ChromeOptions options() {
        var options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions",
            "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-sync",
            "--disable-features=Translate,OptimizationHints,MediaRouter", "--no-first-run", "--no-default-browser-check",
            "--force-prefers-reduced-motion", "--hide-scrollbars", "--window-size=1400,1100", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
        options.setExperimentalOption("prefs", Map.of("credentials_enable_service", false, "profile.password_manager_leak_detection", false));
        options.enableBiDi();
        options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.ACCEPT);
        return options;
    }
}
