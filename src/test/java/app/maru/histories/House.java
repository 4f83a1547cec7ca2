package app.maru.histories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.MaruApplication;
import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.database.TestDatabase;
import app.maru.delivery.SecondNode;
import app.maru.identity.TestPeople;
import app.maru.publishing.Alarm;
import app.maru.publishing.Withdrawing;

/** The running house: the application as it starts anywhere, a second node of its delivery, and a clock that only we move. */
final class House implements AutoCloseable {

    private static final Instant MORNING = Instant.parse("2027-03-01T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final HttpClient visitor = HttpClient.newHttpClient();
    private TestDatabase database = TestDatabase.fresh();
    private ConfigurableApplicationContext application = start(database);
    private SecondNode second = new SecondNode(application);
    private Instant now = MORNING;
    private int days;

    private static ConfigurableApplicationContext start(TestDatabase database) {
        var application = new SpringApplicationBuilder(MaruApplication.class, Alarm.class).registerShutdownHook(false).run("--server.port=0",
            "--server.address=127.0.0.1", "--maru.demo=false", "--maru.schedules.fire=false", "--maru.delivery.poll=1h", "--maru.delivery.changes=150",
            "--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.username(),
            "--spring.datasource.password=" + database.password(), "--logging.level.app.maru=warn");
        var editor = TestPeople.EDITOR;
        application.getBean(JdbcClient.class).sql("insert into profiles (id, name, email) values (?, ?, ?) on conflict do nothing")
            .param(editor.id()).param(editor.name()).param(editor.email()).update();
        return application;
    }

    ConfigurableApplicationContext application() {
        return application;
    }

    <T> T the(Class<T> bean) {
        return application.getBean(bean);
    }

    ContentType type(Kind kind) {
        return the(ContentTypes.class).of(kind.path);
    }

    /** Stops the whole application and starts it again on the same database. */
    void restart() {
        second.close();
        application.close();
        application = start(database);
        second = new SecondNode(application);
        set(now);
    }

    /** The same on a database without anything: for when what is there cannot be trusted any more. */
    void startAnew() {
        second.close();
        application.close();
        database = TestDatabase.fresh();
        application = start(database);
        second = new SecondNode(application);
        set(now);
    }

    /** Takes everything down and throws it away, in the evening; the morning after is returned. */
    Instant emptied() {
        the(JdbcClient.class).sql("select type, entry_id from content_entries where live is not null")
            .query((row, number) -> Map.entry(row.getString(1), row.getObject(2, UUID.class))).list()
            .forEach(live -> the(Withdrawing.class).unpublish(the(ContentTypes.class).of(live.getKey()), live.getValue(), null));
        var tables = Stream.concat(Stream.of("content_entries", "content_revisions", "publications", "content_batches"),
            the(ContentTypes.class).all().stream().map(ContentType::table)).collect(Collectors.joining(", "));
        the(JdbcClient.class).sql("truncate " + tables + " cascade").update();
        secondStartsAnew();
        set(now.plus(DAY));
        return now;
    }

    /** A name that nothing here has had yet. */
    String nextName() {
        return "h" + ++days;
    }

    long edition() {
        return the(JdbcClient.class).sql("select edition from published_site").query(Long.class).single();
    }

    /** All entries of a type by their numbers, those that are put away too. */
    List<UUID> order(Kind kind) {
        return the(JdbcClient.class).sql("select entry_id from content_entries where type = ? order by display_order, id").param(kind.path)
            .query(UUID.class).list();
    }

    /** It is that time, and what is due is carried out. */
    void set(Instant time) {
        now = time;
        the(Alarm.class).set(time);
        the(Alarm.class).ring();
    }

    void secondCatchesUp() {
        second.catchUp();
    }

    void secondStartsAnew() {
        second.close();
        second = new SecondNode(application);
    }

    /** Where visitors ask. */
    enum Node { FIRST, SECOND }

    HttpResponse<String> get(Node node, String address, String... headers) {
        int port = node == Node.SECOND ? second.port() : ((ServletWebServerApplicationContext) application).getWebServer().getPort();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return visitor.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        second.close();
        application.close();
        visitor.close();
    }
}
