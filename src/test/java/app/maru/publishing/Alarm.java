package app.maru.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;

/** A clock that tests set; nothing rings by itself, and nobody looks at entries in the background, who would hold them now and then. */
@TestComponent
@Primary
public class Alarm extends Clock {

    private final ObjectProvider<Firing> firing;
    private volatile Instant now = Clock.systemUTC().instant();

    Alarm(ObjectProvider<Firing> firing) {
        this.firing = firing;
    }

    @EventListener
    void beAlone(ContextRefreshedEvent ready) {
        ready.getApplicationContext().getBean("checking", Lifecycle.class).stop();
    }

    /** Carries out what is due by now. */
    public void ring() {
        firing.getObject().fireDue();
    }

    /** Sets the clock. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Lets time pass. */
    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
