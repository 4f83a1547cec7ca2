package app.maru.delivery;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** A test over a real port, on a site of its own; nobody asks the database now and then, so that every question to it counts. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"maru.delivery.poll=1h", "maru.delivery.patience=500ms", "maru.delivery.changes=60"})
@Import({PublishedWorld.class, Visitor.class, Counting.class})
@interface DeliveryTest {}
