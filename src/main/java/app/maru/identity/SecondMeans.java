package app.maru.identity;

import java.util.UUID;

/** Something by which people prove a second factor; the rooms that keep it contribute it. */
public interface SecondMeans {

    Means means();

    /** Whether this person has it. */
    boolean has(UUID person);
}
