package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

import app.maru.Browser;
import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Field;
import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;

/** One story for every type, in a browser: written with a child of each kind, saved, checked, published and read by the site. */
@EditingTest
class EveryTypeJourneyTests {

    /** Longer than search engines show, which is warned of where an entry is a page of its own. */
    private static final String TITLE = "하루를 끝까지 담아 천천히 보여 주는 아주 긴 제목이라서 검색 결과에서는 잘려서 보이게 되는 제목 이야기, 처음부터 끝까지예요";

    @LocalServerPort
    private int port;
    @Autowired
    private ContentTypes types;
    @Autowired
    private MessageSource messages;
    @AutoClose
    private Browser browser;
    private ProductPage page;

    @BeforeEach
    void anEditorAtTheDesk() {
        browser = Browser.at(port);
        page = ProductPage.fresh(browser, Role.EDITOR);
    }

    @TestFactory
    Stream<DynamicTest> anEntryIsWrittenCheckedPublishedAndRead() {
        return types.all().stream().map(type -> dynamicTest(type.path(), () -> story(type)));
    }

    private void story(ContentType type) {
        page.at("/" + type.path() + "/new");
        type.fields().forEach(field -> write(type, field));
        type.children().forEach(child -> {
            var key = Words.key(type, child);
            var card = page.add(say(key + ".add"));
            child.fields().stream().filter(EveryTypeJourneyTests::isTyped)
                .forEach(field -> card.fill(say(key + "." + field.name()), Specimen.value(field, child.name())));
        });
        page.press("Save").says("Saved").state("Draft");
        assertThat(page.checks()).contains(type.slug() == null ? "Nothing found" : "Search engines cut titles off");

        page.press("Publish");
        assertThat(page.asked()).contains("Publish “" + TITLE + "”", Specimen.WORDS);
        if (type.slug() != null) {
            page.tick("I have seen the warnings (1) and publish all the same");
        }
        page.pressInDialog("Publish now").says("Published").state("Published");

        var json = DeskBrowser.at(port).get("/api/v1" + page.path());
        assertThat(json.status()).isEqualTo(200);
        assertThat(json.body()).contains(TITLE).contains(written(type));
    }

    private void write(ContentType type, Field field) {
        var label = say(type.messageKey() + "." + field.name());
        if (field.equals(type.title())) {
            page.fill(label, TITLE);
        } else if (field.kind() == Field.Kind.RELATION) {
            var id = new Specimen(DeskBrowser.signedIn(port, Role.EDITOR), types).live(types.of(field.target()));
            page.find(label, Specimen.value(types.of(field.target()).title(), "")).choose(label, id);
        } else if (isTyped(field)) {
            page.fill(label, Specimen.value(field, ""));
        }
    }

    private static boolean isTyped(Field field) {
        return switch (field.kind()) {
            case FLAG, CHOICE, RELATION -> false;
            default -> true;
        };
    }

    private static List<String> written(ContentType type) {
        return Specimen.texts(type).entrySet().stream().filter(text -> !text.getKey().equals(type.title().name())).map(text -> text.getValue()).toList();
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
