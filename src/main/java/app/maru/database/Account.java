package app.maru.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

import com.sun.security.auth.module.UnixSystem;

/** Who PostgreSQL's programs run as, since they refuse to serve root. */
enum Account {

    /** An ordinary user. */
    ONESELF,
    /** Root in a user namespace of its own, where it is nobody but keeps its files. */
    ROOT_UNSEEN("unshare", "-U"),
    /** Nobody, who may still enter the folders that lead to the files. */
    NOBODY_ENTERING("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
            "--inh-caps=+dac_override", "--ambient-caps=+dac_override"),
    NOBODY("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private final List<String> prefix;

    Account(String... prefix) {
        this.prefix = List.of(prefix);
    }

    static List<Account> possible() {
        return new UnixSystem().getUid() == 0 ? List.of(ROOT_UNSEEN, NOBODY_ENTERING, NOBODY) : List.of(ONESELF);
    }

    /** The owner that the files need; empty when they are its already. */
    String owner() {
        return switch (this) {
            case ONESELF -> "";
            case ROOT_UNSEEN -> "0:0";
            case NOBODY_ENTERING, NOBODY -> "65534:65534";
        };
    }

    Process start(Redirect output, List<String> command) throws IOException {
        var prefixed = new ArrayList<>(prefix);
        prefixed.addAll(command);
        var builder = new ProcessBuilder(prefixed).redirectErrorStream(true).redirectOutput(output);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    /** Who may see what the processes of this account are doing. */
    Account observer() {
        return this == ROOT_UNSEEN ? ONESELF : this;
    }
}
