package app.maru.checks;

import java.util.stream.Stream;

/** Looks for one kind of thing that is worth a look before visitors find it. A bean of this type is run on every entry. */
interface Check {

    /** What it finds, each at its place. */
    Stream<Finding> findings(Subject subject);
}
