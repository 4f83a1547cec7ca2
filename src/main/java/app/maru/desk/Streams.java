package app.maru.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Tells open pages, by server-sent events, that a topic has changed; what is new they ask for themselves, so that whoever
 * may not see it any more learns nothing. Whatever node changed it, each asks the database how the topic stands, once for
 * all its pages and only while there are some. A stream says something now and then, or nobody would find that a browser is
 * gone, and ends after a while, so that the browser comes again as who it is by then.
 */
@Component
public class Streams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration TO_FINISH = Duration.ofSeconds(5);
    private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEWS = "event: news\ndata:\n\n".getBytes(StandardCharsets.UTF_8);

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Set<Topic> topics = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    Streams() {
    }

    /** Answers with a stream of what changes; its first word is that something may have changed already. */
    public void open(Topic topic, HttpServletRequest request, HttpServletResponse response) {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        // ended by the thread that writes: a dispatch back would ask once more who this is, of an answer that is under way
        var stream = request.startAsync(request, response);
        stream.setTimeout(0);
        topics.add(topic);
        if (topic.enter()) {
            run("watch of " + topic.name(), () -> watch(topic));
        }
        run("stream of " + topic.name(), () -> tell(topic, stream));
    }

    private void run(String name, Runnable task) {
        var thread = Thread.ofVirtual().name(name).unstarted(() -> {
            try {
                task.run();
            } finally {
                threads.remove(Thread.currentThread());
            }
        });
        threads.add(thread);
        thread.start();
    }

    private void watch(Topic topic) {
        while (!topic.isAbandoned()) {
            try {
                topic.ask();
            } catch (RuntimeException e) {
                LOG.warn("Cannot ask how {} stand: {}", topic.name(), e.getMessage());
            }
            pause();
        }
    }

    private void pause() {
        try {
            stopped.await(BETWEEN_QUESTIONS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Topic topic, AsyncContext stream) {
        try {
            tell(topic, stream.getResponse().getOutputStream());
        } catch (IOException gone) {
            LOG.debug("A browser has left", gone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            topic.leave();
            end(stream);
        }
    }

    private void tell(Topic topic, OutputStream page) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        long heard = topic.await(-1, Duration.ZERO);
        write(page, NEWS);
        while (isRunning() && System.nanoTime() < end) {
            long now = topic.await(heard, HEARTBEAT);
            if (isRunning()) {
                write(page, now == heard ? BEAT : NEWS);
            }
            heard = now;
        }
    }

    private static void write(OutputStream page, byte[] words) throws IOException {
        page.write(words);
        page.flush();
    }

    private static void end(AsyncContext stream) {
        try {
            stream.complete();
        } catch (IllegalStateException e) {
            LOG.debug("The stream is at its end already", e);
        }
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
    }

    /** Ends all streams, before the web server waits for what is under way; a question asked just now is answered first. */
    @Override
    public void stop() {
        stopped.countDown();
        topics.forEach(Topic::wake);
        try {
            for (var thread : threads) {
                if (!thread.join(TO_FINISH)) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
