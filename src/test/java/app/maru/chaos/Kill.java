package app.maru.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What is killed at a random moment, always as by kill -9. */
enum Kill {

    APPLICATION("the application"),
    APPLICATION_STARTING("the application while it starts"),
    FIRST_START("the application's very first start"),
    POSTMASTER("PostgreSQL's first process"),
    POSTGRES("every process of PostgreSQL"),
    BACKEND("one process of PostgreSQL"),
    EVERYTHING("the application and PostgreSQL");

    private static final List<Kill> AT_WORK = List.of(APPLICATION, APPLICATION, POSTMASTER, POSTGRES, BACKEND, EVERYTHING);

    final String name;

    Kill(String name) {
        this.name = name;
    }

    /** What to kill while everything works: at random, and yet each of them in turn. */
    static Iterator<Kill> amidWork(Random random) {
        return Stream.generate(() -> {
            var kills = new ArrayList<>(AT_WORK);
            Collections.shuffle(kills, random);
            return kills;
        }).flatMap(List::stream).iterator();
    }

    /** Whether people are saving and publishing meanwhile. */
    boolean atWork() {
        return AT_WORK.contains(this);
    }

    void strike(Maru maru, Server server) {
        switch (this) {
            case APPLICATION, APPLICATION_STARTING, FIRST_START -> maru.kill();
            case POSTMASTER -> server.killFirst();
            case POSTGRES -> server.killAll();
            case BACKEND -> server.killOne();
            case EVERYTHING -> {
                server.killAll();
                maru.kill();
            }
        }
    }

    boolean endsApplication() {
        return this == APPLICATION || this == EVERYTHING;
    }

    /** Whether the server does not come back by itself. */
    boolean endsServer() {
        return this == POSTMASTER || this == POSTGRES || this == EVERYTHING;
    }
}
