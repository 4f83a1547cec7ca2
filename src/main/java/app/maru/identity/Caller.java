package app.maru.identity;

/**
 * Who has a password looked at: whoever is known is served beside the strangers, of whom few of one network wait at once.
 *
 * @param network from where they come; nothing where they are known
 */
public record Caller(String network, boolean known) {

    /** Somebody who is signed in, or was let in another way. */
    public static final Caller KNOWN = new Caller("", true);
}
