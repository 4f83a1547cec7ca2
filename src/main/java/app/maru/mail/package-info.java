/**
 * Mail: letters that any room posts in the transaction of what they tell, kept in the database until a mail server has
 * taken them, and the screen on which admins see what could not be sent.
 *
 * <p>{@code outbox.post(Letter.to(person.email(), language, "welcome").about(name).leadingTo(link, until))} is all that a
 * room says; the words are the messages {@code mail.letter.welcome.*}: {@code name} (what the list of mails calls it),
 * {@code subject}, {@code text}, and where there is a link {@code button}; {@code note} is said in small print. Each may name
 * what the letter is about as {@code {0}}, {@code {1}}.
 */
@ApplicationModule(allowedDependencies = {"identity", "desk", "database"})
@NullMarked
package app.maru.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
