package app.maru.delivery;

import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

import app.maru.content.ContentTypes;

/** Delivery on another node over the same database, which hears of new editions only when it is told to: it has a port and a memory of its own. */
public final class SecondNode implements AutoCloseable {

    private final Site site;
    private final Server server;

    /** A node that has just started. */
    public SecondNode(ApplicationContext application) {
        var settings = application.getBean(DeliverySettings.class);
        var types = application.getBean(ContentTypes.class);
        var entries = application.getBean(PublicEntries.class);
        var json = application.getBean(JsonMapper.class);
        var answers = new Answers(settings);
        site = new Site(application.getBean(PublicEditions.class), settings);
        var documents = new Documents(types, new EntryDocuments(entries, new Totals(entries), json), application.getBean(EditionDocuments.class), json);
        var front = new FrontHandler(site, answers, new Traffic(true), Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory()));
        front.setHandler(new ApiHandler(new Handler.Wrapper(), new Reading(types, site, answers, documents, settings), new Traffic(true)));
        server = new Server(new InetSocketAddress("127.0.0.1", 0));
        server.setHandler(front);
        catchUp();
        start();
    }

    private void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Learns of everything committed until now. */
    public void catchUp() {
        site.catchUp();
    }

    public int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
