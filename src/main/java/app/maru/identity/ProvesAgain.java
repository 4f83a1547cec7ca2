package app.maru.identity;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/** A means by which somebody who is signed in proves again that it is they; the rooms that know it contribute it. */
public interface ProvesAgain {

    Means means();

    /** Whether this person can prove it so. */
    boolean isOpenTo(Person person);

    /**
     * Whether what was typed proves it.
     *
     * @param secret what was kept in the page where something was sent first; else empty
     * @throws TooManyTries when nothing is looked at for a while
     */
    boolean proves(Person person, String typed, String secret, HttpServletRequest request);

    /**
     * Sends what is to be typed; the secret that the page keeps for it. Nothing when nothing needs to be sent.
     *
     * @throws TooManyTries when nothing is sent for a while
     */
    default Optional<String> send(Person person, Origin origin) {
        return Optional.empty();
    }
}
