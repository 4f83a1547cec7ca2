/**
 * The ways in: password, a link or a code by mail, and a new password for who has forgotten theirs. Admins say which of them
 * are open. Whoever asks for something by mail reads the same, after the same time, whether anybody has that address; guesses
 * and mails are counted per address and account for all nodes together.
 */
@ApplicationModule(allowedDependencies = {"limits", "identity", "mail", "desk"})
@NullMarked
package app.maru.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
