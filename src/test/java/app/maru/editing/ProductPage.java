package app.maru.editing;

import java.util.List;
import java.util.UUID;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

import app.maru.Browser;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;

/** The editor of an entry, a billing product unless told otherwise, as a person at the desk uses it: by what is written on it. */
final class ProductPage {

    private static final int MOST_TABS = 150;

    private final Browser browser;

    private ProductPage(Browser browser) {
        this.browser = browser;
    }

    /** An empty product before somebody who has just signed in. */
    static ProductPage fresh(Browser browser, Role role) {
        SignInPage.openedIn(browser).signInAs(role);
        return new ProductPage(browser.open(Desk.PRODUCTS + "/new"));
    }

    /** A stored product before somebody who has just signed in. */
    static ProductPage of(UUID id, Browser browser, Role role) {
        SignInPage.openedIn(browser).signInAs(role);
        return new ProductPage(browser.open(Desk.address(id)));
    }

    /** The product that is shown already. */
    static ProductPage of(Browser browser) {
        return new ProductPage(browser);
    }

    /** The product of that name, found in the list of what waits for a review. */
    static ProductPage reviewed(String name, Browser browser, Role role) {
        SignInPage.openedIn(browser).signInAs(role);
        browser.open("/reviews");
        browser.leave(() -> browser.click(browser.see(By.linkText(name))));
        return new ProductPage(browser);
    }

    /** Another page of the desk, for somebody who is signed in already. */
    ProductPage at(String path) {
        browser.open(path);
        return this;
    }

    /** An empty product, for somebody who is signed in already. */
    ProductPage another() {
        browser.open(Desk.PRODUCTS + "/new");
        return this;
    }

    ProductPage reopen() {
        browser.open(browser.path());
        return this;
    }

    // ---- fields

    ProductPage fill(String label, String text) {
        type(field(label), text);
        return this;
    }

    ProductPage choose(String label, String choice) {
        new Select(field(label)).selectByVisibleText(choice);
        return this;
    }

    /** Types on in the search for entries that the field may point to. */
    ProductPage find(String label, String words) {
        browser.see(By.xpath("//main//input[@aria-label='Search: %s']".formatted(label))).sendKeys(words);
        return this;
    }

    /** Does something before what is searched for is found, and waits until it is. */
    ProductPage beforeItIsFound(Runnable act) {
        var underWay = By.cssSelector("input.htmx-request");
        browser.see(underWay);
        act.run();
        browser.await("to be found", page -> page.all(underWay).isEmpty());
        return this;
    }

    /** Waits until the field offers just these to point to, beside nothing. */
    ProductPage offers(String label, String... titles) {
        browser.await("to be offered " + List.of(titles), page -> {
            var offered = new Select(field(label)).getOptions().stream().map(option -> option.getDomProperty("textContent")).toList();
            return offered.subList(1, offered.size()).equals(List.of(titles));
        });
        return this;
    }

    /** Chooses the entry to point to, once it is offered. */
    ProductPage choose(String label, UUID entry) {
        browser.await("to be offered " + entry, page -> {
            new Select(field(label)).selectByValue(entry.toString());
            return true;
        });
        return this;
    }

    /** What the relation's field says is chosen. */
    String chosen(String label) {
        return new Select(field(label)).getFirstSelectedOption().getDomProperty("textContent");
    }

    /** Presses the keys together, where the focus is. */
    ProductPage keys(CharSequence... keys) {
        browser.driver().switchTo().activeElement().sendKeys(Keys.chord(keys));
        return this;
    }

    /** Types on where the focus is. */
    ProductPage typing(String text) {
        browser.driver().switchTo().activeElement().sendKeys(text);
        return this;
    }

    String value(String label) {
        return field(label).getDomProperty("value");
    }

    /** Waits until the field has the value. */
    ProductPage has(String label, String value) {
        browser.await(label + " to be " + value + ", not " + value(label), page -> value(label).equals(value));
        return this;
    }

    /** What is said below the field to be wrong. */
    String wrongAt(String label) {
        return browser.see(By.id(field(label).getDomAttribute("id") + "-error")).getText();
    }

    private WebElement field(String label) {
        return browser.see(By.xpath("//main//*[@id=//main//label[normalize-space()='%s'][not(ancestor::li)]/@for]".formatted(label)));
    }

    private static void type(WebElement field, String text) {
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        field.sendKeys(text);
    }

    // ---- Markdown

    ProductPage togglePreview(String label) {
        browser.click(browser.see(By.xpath("//button[@aria-label='Preview %s']".formatted(label))));
        return this;
    }

    /** The Markdown text as it is rendered, as soon as it is shown. */
    String rendered() {
        return browser.see(By.cssSelector(".prose")).getText();
    }

    // ---- cards

    /** One more card, by the button that says so. */
    Card add(String button) {
        int before = browser.all(By.cssSelector("main li details")).size();
        browser.click(button(button));
        browser.await("one more card", page -> page.all(By.cssSelector("main li details")).size() > before);
        var section = "//section[.//button[normalize-space()='%s']]".formatted(button);
        return new Card(browser.see(By.xpath(section + "//li[last()]")).getDomAttribute("id"));
    }

    /** The card of that title. */
    Card card(String title) {
        return new Card(browser.see(By.xpath("//main//li[.//summary[contains(., '%s')]]".formatted(title))).getDomAttribute("id"));
    }

    /** The titles of the cards below the heading, those about to be removed left out. */
    List<String> cards(String heading) {
        var summaries = By.xpath("//section[.//h2[starts-with(normalize-space(), '%s')]]//li//summary".formatted(heading));
        return browser.all(summaries).stream().filter(WebElement::isDisplayed)
            .map(summary -> summary.getText().replaceAll("\\s+", " ")).toList();
    }

    /** Waits until the cards below the heading are these. */
    ProductPage hasCards(String heading, String... titles) {
        browser.await(heading + " to be " + List.of(titles) + ", not " + cards(heading), page -> cards(heading).equals(List.of(titles)));
        return this;
    }

    // ---- below a heading

    /** Opens what is folded away below the heading under those words. */
    ProductPage open(String heading, String summary) {
        browser.click(section(heading).findElement(By.xpath(".//summary[normalize-space()='%s']".formatted(summary))));
        return this;
    }

    ProductPage fill(String heading, String label, String text) {
        type(field(heading, label), text);
        return this;
    }

    /** Puts more text into the field than a hand would type, at once. */
    ProductPage paste(String heading, String label, String text) {
        browser.script("arguments[0].value += arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))", field(heading, label), text);
        return this;
    }

    String value(String heading, String label) {
        return field(heading, label).getDomProperty("value");
    }

    ProductPage press(String heading, String button) {
        browser.click(button(heading, button));
        return this;
    }

    ProductPage leaveBy(String heading, String button) {
        var pressed = button(heading, button);
        browser.leave(() -> browser.click(pressed));
        return this;
    }

    private WebElement button(String heading, String name) {
        return section(heading).findElement(By.xpath(".//button[normalize-space()='%s']".formatted(name)));
    }

    private WebElement field(String heading, String label) {
        var section = section(heading);
        return section.findElement(By.id(section.findElement(By.xpath(".//label[normalize-space()='%s']".formatted(label))).getDomAttribute("for")));
    }

    private WebElement section(String heading) {
        return browser.see(By.xpath("//main//section[.//h2[starts-with(normalize-space(), '%s')]]".formatted(heading)));
    }

    /** What was said last to those who do not see the page. */
    String said() {
        browser.script("return new Promise(done => requestAnimationFrame(() => setTimeout(() => setTimeout(done))))"); // what is seen comes first
        return browser.await("something said", page -> page.all(By.id("editor-said")).getFirst().getDomProperty("textContent"));
    }

    final class Card {

        private final String id;

        private Card(String id) {
            this.id = id;
        }

        Card fill(String label, String text) {
            type(field(label), text);
            return this;
        }

        Card choose(String label, String choice) {
            new Select(field(label)).selectByVisibleText(choice);
            return this;
        }

        String value(String label) {
            return field(label).getDomProperty("value");
        }

        /** Opens it, or closes it, and waits until what is in it is there. */
        Card open() {
            browser.click(element().findElement(By.tagName("summary")));
            return loaded();
        }

        /** Waits until what is in it is there. */
        Card loaded() {
            browser.await("what is in the card", page -> hasFields());
            return this;
        }

        /** Opens it without scripts, which leads to the page with it open. */
        Card openOnAnotherPage() {
            browser.click(element().findElement(By.tagName("summary")));
            var show = element().findElement(By.xpath(".//*[self::button or self::a][normalize-space()='Show the fields']"));
            browser.leave(() -> browser.click(show));
            return this;
        }

        /** Whether its fields are in the page, seen or not. */
        boolean hasFields() {
            return !element().findElements(By.tagName("label")).isEmpty();
        }

        /** What marks it beside its title. */
        String marks() {
            return element().findElement(By.cssSelector(".child-marks")).getText();
        }

        boolean isOpen() {
            return element().findElement(By.tagName("details")).getDomAttribute("open") != null;
        }

        Card moveUp() {
            return act("Move up");
        }

        Card moveDown() {
            return act("Move down");
        }

        Card remove() {
            return act("Remove");
        }

        /** Presses one of the buttons below what is in it. */
        ProductPage press(String button) {
            browser.click(button(button));
            return ProductPage.this;
        }

        /** Presses one of the buttons below what is in it, without scripts. */
        ProductPage leaveBy(String button) {
            var pressed = button(button);
            browser.leave(() -> browser.click(pressed));
            return ProductPage.this;
        }

        private WebElement button(String name) {
            return element().findElement(By.xpath(".//button[normalize-space()='%s']".formatted(name)));
        }

        /** The strip that stands where a card is about to be removed. */
        String strip() {
            return element().getText();
        }

        Card undo() {
            browser.click(element().findElement(By.xpath(".//button[normalize-space()='Undo']")));
            return this;
        }

        /** Takes the card by its handle, and puts it where the other one is. */
        Card dragTo(Card other) {
            var target = other.handle();
            browser.script("arguments[0].scrollIntoView({block: 'center'})", target);
            browser.hand().moveToElement(handle()).clickAndHold().moveByOffset(0, 6).moveToElement(target).moveByOffset(0, 4).release().perform();
            return this;
        }

        /** Presses the keys on its handle, one after the other. */
        Card keys(CharSequence... keys) {
            for (var key : keys) {
                handle().sendKeys(key);
            }
            return this;
        }

        /** Ticks it, so that something can be done with several at once. */
        Card tick() {
            browser.click(element().findElement(By.cssSelector("input[type=checkbox][aria-label=Select]")));
            return this;
        }

        private WebElement handle() {
            return element().findElement(By.cssSelector(".drag-handle"));
        }

        private Card act(String name) {
            browser.click(element().findElement(By.xpath(".//button[@aria-label='%s']".formatted(name))));
            return this;
        }

        private WebElement field(String label) {
            var card = element();
            var named = card.findElement(By.xpath(".//label[normalize-space()='%s']".formatted(label)));
            return card.findElement(By.id(named.getDomAttribute("for")));
        }

        private WebElement element() {
            return browser.see(By.id(id));
        }
    }

    // ---- acts

    /** Presses the button; what comes of it is seen by {@link #says}, {@link #problems} or {@link #state}. */
    ProductPage press(String button) {
        browser.click(button(button));
        return this;
    }

    /** Presses the button that begins with Publish in the dialog, which has the focus, and waits until the dialog is gone. */
    ProductPage confirm() {
        var dialog = dialog();
        var button = browser.await("the focus on the button that publishes", page ->
            dialog.findElements(By.xpath(".//button[starts-with(normalize-space(), 'Publish')]")).stream()
                .filter(page.driver().switchTo().activeElement()::equals).findFirst().orElse(null));
        button.click();
        browser.await("the dialog to go", page -> page.all(By.cssSelector("dialog[open]")).isEmpty());
        return this;
    }

    /** Presses a button of the open dialog, and waits until the dialog is gone. */
    ProductPage pressInDialog(String button) {
        dialog().findElement(By.xpath(".//button[normalize-space()='%s']".formatted(button))).click();
        browser.await("the dialog to go", page -> page.all(By.cssSelector("dialog[open]")).isEmpty());
        return this;
    }

    /** Opens what is folded away under those words. */
    ProductPage open(String summary) {
        browser.click(browser.see(By.xpath("//summary[normalize-space()='%s']".formatted(summary))));
        return this;
    }

    /** Follows the link to the page behind it. */
    ProductPage leaveByLink(String link) {
        var followed = browser.see(By.linkText(link));
        browser.leave(() -> browser.click(followed));
        return this;
    }

    /** Ticks what stands in the open dialog. */
    ProductPage tick(String label) {
        dialog().findElement(By.xpath(".//label[normalize-space()='%s']".formatted(label))).click();
        return this;
    }

    /** The dialog that is open. */
    WebElement dialog() {
        return browser.see(By.cssSelector("dialog[open]"));
    }

    /** What the open dialog says. */
    String asked() {
        return dialog().getText();
    }

    /** Presses the button where it leads to another page: without scripts, and for acts in the menu. */
    ProductPage leaveBy(String button) {
        var pressed = button(button);
        browser.leave(() -> browser.click(pressed));
        return this;
    }

    /** Does something from the menu of more actions. */
    ProductPage leaveByMenu(String act) {
        browser.click(button("More actions"));
        return leaveBy(act);
    }

    boolean offers(String button) {
        return browser.all(buttonNamed(button)).stream().anyMatch(found -> found.isDisplayed() && found.isEnabled());
    }

    private WebElement button(String name) {
        return browser.see(buttonNamed(name));
    }

    private static By buttonNamed(String name) {
        return By.xpath("//button[normalize-space()='%1$s' or @aria-label='%1$s']".formatted(name));
    }

    // ---- what the page tells

    String heading() {
        return browser.see(By.tagName("h1")).getText();
    }

    String path() {
        return browser.path();
    }

    /** Waits for a toast that says so, and sends it away. */
    ProductPage says(String words) {
        var toast = browser.see(By.xpath("//*[@id='toasts']/*[contains(., '%s')]".formatted(words)));
        var dismiss = toast.findElements(By.xpath(".//button[@aria-label='Dismiss']"));
        if (dismiss.stream().anyMatch(WebElement::isEnabled)) {
            dismiss.getFirst().click();
        }
        return this;
    }

    /** Waits for the words, wherever they are. */
    ProductPage sees(String words) {
        browser.see(By.xpath("//*[normalize-space()='%s']".formatted(words)));
        return this;
    }

    /** Waits for something that says this among other words. */
    ProductPage seesSaying(String words) {
        browser.see(By.xpath("//main//p[contains(normalize-space(), '%s')]".formatted(words)));
        return this;
    }

    /** Waits until the words are gone. */
    ProductPage seesNoMore(String words) {
        browser.await("not to see " + words, page -> page.all(By.xpath("//*[normalize-space()='%s']".formatted(words))).stream().noneMatch(WebElement::isDisplayed));
        return this;
    }

    /** Waits until the badge beside the title says so. */
    ProductPage state(String word) {
        browser.see(By.xpath("//main//h1/following-sibling::*[normalize-space()='%s']".formatted(word)));
        return this;
    }

    /** Waits until the page says this of what is typed: Kept (and when), All saved. */
    ProductPage saving(String word) {
        browser.await("the save state " + word, page -> page.see(By.id("save-state")).getText().startsWith(word));
        return this;
    }

    /** Puts the caret behind what the field says. */
    ProductPage into(String label) {
        field(label).sendKeys(Keys.END);
        return this;
    }

    /** What the checks say beside the form. */
    String checks() {
        return browser.see(By.id("checks")).getText();
    }

    /** What the summary above the form says. */
    String problems() {
        return browser.see(By.cssSelector("main [role=alert]")).getText();
    }

    /** Waits until the summary has the focus, so that it is read first. */
    ProductPage readsProblemsFirst() {
        browser.await("the focus on the summary", page -> page.driver().switchTo().activeElement().equals(page.see(By.cssSelector("main [role=alert]"))));
        return this;
    }

    /** Follows the link, the open dialog's where there is one. */
    ProductPage follow(String link) {
        var asked = browser.all(By.cssSelector("dialog[open]"));
        if (!asked.isEmpty()) {
            browser.click(asked.getFirst().findElement(By.linkText(link)));
            return this;
        }
        browser.click(browser.see(By.linkText(link)));
        return this;
    }

    /** Takes theirs at a place where both changed something. */
    ProductPage take(String label) {
        browser.click(browser.see(By.xpath("//label[normalize-space()='%s']".formatted(label))));
        return this;
    }

    /** What can be read at the places where two changed the same. */
    String clash() {
        return browser.see(By.cssSelector(".clash")).getText();
    }

    /** Waits for the focus on what is called that, or something that begins so. */
    ProductPage focusing(String words) {
        browser.await("the focus on " + words, page -> focus().startsWith(words));
        return this;
    }

    /** Goes on with Tab to what is called that, or something that begins so. */
    ProductPage tabTo(String words) {
        for (int more = MOST_TABS; more > 0; more--) {
            keys(Keys.TAB);
            if (focus().replaceAll("\\s+", " ").startsWith(words)) {
                return this;
            }
        }
        throw new NoSuchElementException("Tab never comes to " + words);
    }

    /** The id or the words of what has the focus. */
    String focus() {
        var focused = browser.driver().switchTo().activeElement();
        var label = browser.all(By.cssSelector("label[for='%s']".formatted(focused.getDomAttribute("id"))));
        return label.isEmpty() ? focused.getAccessibleName() : label.getFirst().getText();
    }
}
