package app.maru.editing;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

import app.maru.database.FreshDatabase;

/** A test of the running desk with its demo staff and a catalogue that the test fills itself. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
@FreshDatabase("catalogue")
@Import(Catalogue.class)
@Target(TYPE)
@Retention(RUNTIME)
@interface CatalogueTest {
}
