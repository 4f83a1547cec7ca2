/**
 * How often somebody may try what could be guessed, or have mails sent. It is counted for all nodes together, per account and
 * network: for whoever comes from a network or with a device that is known apart from the strangers, so that nobody is
 * locked out from outside. Whether an account exists makes no difference. Many failed tries are told to the person by mail.
 */
@ApplicationModule(allowedDependencies = {"mail", "identity"})
@NullMarked
package app.maru.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
