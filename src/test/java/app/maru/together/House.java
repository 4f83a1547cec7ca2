package app.maru.together;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.DemoMaru;
import app.maru.database.TestDatabase;
import app.maru.identity.Role;

/** The running application with its demo staff, and the one entry that everybody works at. */
final class House implements AutoCloseable {

    private static final String PRODUCTS = "/billing/products";

    private final DemoMaru maru = new DemoMaru("--maru.schedules.fire=true", "--logging.level.root=off", "--logging.level.app.maru=off");

    /** One of its people. */
    record Somebody(Role role, UUID id) {

        boolean publishes() {
            return role == Role.ADMIN;
        }
    }

    static String address(UUID entry) {
        return PRODUCTS + "/" + entry;
    }

    int port() {
        return maru.port();
    }

    TestDatabase database() {
        return maru.database();
    }

    Somebody somebody(Role role) {
        return new Somebody(role, maru.the(JdbcClient.class).sql("select id from profiles where email = ?")
            .param(role.wireName() + "@maru.example").query(UUID.class).single());
    }

    /** A new entry with a card of two kinds. */
    UUID entry(UUID entry, Person person) {
        var form = new LinkedHashMap<String, List<String>>();
        form.put("_entry", List.of(entry.toString()));
        form.put("name", List.of("함께 쓰는 요금제"));
        form.put("slug", List.of("together"));
        card(form, "features", "label");
        card(form, "faqs", "question");
        var page = person.send("create", PRODUCTS, "post", form);
        if (page.status() != 302) {
            throw new IllegalStateException(page.toString());
        }
        return entry;
    }

    private static void card(Map<String, List<String>> form, String kind, String field) {
        var id = UUID.nameUUIDFromBytes(kind.getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString();
        form.put("_order." + kind, List.of(id));
        form.put(kind + "." + id + "." + field, List.of("처음부터"));
    }

    /** Others in the same process may be heard again. */
    @Override
    public void close() {
        maru.close();
        var logging = LoggingSystem.get(getClass().getClassLoader());
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        logging.setLogLevel("app.maru", LogLevel.INFO);
    }
}
