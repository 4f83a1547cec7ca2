package app.maru.delivery;

import java.util.concurrent.Executors;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Puts delivery in front of the web server. */
@Component
@EnableConfigurationProperties(DeliverySettings.class)
class WebServer implements WebServerFactoryCustomizer<JettyServletWebServerFactory>, Ordered {

    private static final int AFTER_SPRING_BEFORE_GUARDS = 1000;

    private final Site site;
    private final Answers answers;
    private final Reading reading;
    private final Traffic traffic;

    WebServer(Site site, Answers answers, Reading reading, Traffic traffic) {
        this.site = site;
        this.answers = answers;
        this.reading = reading;
        this.traffic = traffic;
    }

    @Override
    public int getOrder() {
        return AFTER_SPRING_BEFORE_GUARDS;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        // platform threads for the few that read and write sockets all the time; whatever may wait runs on virtual ones
        factory.setThreadPool(threads());
        if (factory.getSelectors() < 0) {
            factory.setSelectors(halfOfTheCores());
        }
        factory.addServerCustomizers(this::putInFront);
    }

    /** However many readers there are: the other half is left to the desk and the database. */
    private static int halfOfTheCores() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool();
        threads.setName("web");
        return threads;
    }

    private void putInFront(Server server) {
        var front = new FrontHandler(site, answers, traffic, Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory()));
        front.setHandler(new ApiHandler(server.getHandler(), reading, traffic));
        server.setHandler(front);
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                countBehind(front, server);
                answerErrors(server);
            }
        });
    }

    /** A graceful stop waits for the requests that are counted; what is answered at once need not be, and counting costs. */
    private static void countBehind(FrontHandler front, Server server) {
        if (server.getHandler() instanceof StatisticsHandler counter) {
            server.setHandler(counter.getHandler());
            counter.setHandler(front.getHandler());
            front.setHandler(counter);
        }
    }

    /** At the last moment, when others have set theirs. */
    private static void answerErrors(Server server) {
        if (!(server.getErrorHandler() instanceof DeliveryErrors)) {
            server.setErrorHandler(new DeliveryErrors(server.getErrorHandler()));
        }
    }
}
