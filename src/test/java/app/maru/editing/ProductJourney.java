package app.maru.editing;

import java.util.UUID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.Browser;
import app.maru.content.PostedForm;
import app.maru.identity.Role;

/** Somebody who edits a product in a browser, and a colleague with a browser of their own. */
@EditingTest
class ProductJourney {

    @LocalServerPort
    int port;
    @AutoClose
    Browser browser;
    Desk desk;

    @BeforeEach
    void twoPeople() {
        browser = Browser.at(port);
        desk = Desk.of(port, Role.ADMIN);
    }

    /** A product with three features. */
    UUID product() {
        return product("하나", "둘", "셋");
    }

    UUID product(String... features) {
        var id = UUID.randomUUID();
        var form = PostedForm.with("name", "크리에이터").and("slug", Desk.slug());
        for (var feature : features) {
            form.card("features", UUID.randomUUID(), "label", feature);
        }
        desk.create(id, form);
        return id;
    }
}
