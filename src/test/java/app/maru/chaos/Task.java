package app.maru.chaos;

import app.maru.chaos.Desk.Unanswered;

/** Something a writer does again and again. */
sealed interface Task permits Work, Twins {

    /**
     * Does it once.
     *
     * @throws SignedOut when the desk wants to know first who asks
     */
    void act() throws Unanswered, SignedOut;

    /** The desk does not know any more who asks. */
    final class SignedOut extends Exception {
    }
}
