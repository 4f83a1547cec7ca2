package app.maru.chaos;

import java.util.List;

/** What Maru stands on in one part of the run. */
sealed interface Ground extends AutoCloseable permits ExternalGround, EmbeddedGround {

    /** Its name in the report. */
    String name();

    /** What the application is told about it. */
    List<String> configuration();

    /** How many of the very first starts are cut short, before one may come to its end. */
    int firstStartsCutShort();

    /** Looks at what the first start made, and says who may work there. */
    List<Colleague> open(Findings findings);

    /** The server, while it runs. */
    Server server();

    /** Whether only the application can start the server again after it was killed. */
    boolean comesWithMaru();

    /** Starts the server again, unless that is the application's. */
    void start();

    /** Stops the server, whoever started it. */
    @Override
    void close();
}
