package app.maru.publishing;

/** An edition is about to be committed; whoever listens after the commit finds it in the database. */
public record EditionCommitted(long number) {
}
