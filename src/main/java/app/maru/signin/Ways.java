package app.maru.signin;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import app.maru.identity.Act;
import app.maru.identity.AuditLog;
import app.maru.identity.Credentials;
import app.maru.identity.DeskAddress;
import app.maru.identity.Person;
import app.maru.mail.Letter;
import app.maru.mail.MailServer;

/** Which ways in are open; every node asks each time, so that a change holds at once everywhere. A way that nobody has turned off is on. */
@Repository
public class Ways {

    private final JdbcClient database;
    private final MailServer mail;
    private final Credentials credentials;
    private final DeskAddress desk;
    private final List<OtherWay> others;
    private final AuditLog log;

    Ways(JdbcClient database, MailServer mail, Credentials credentials, DeskAddress desk, List<OtherWay> others, AuditLog log) {
        this.database = database;
        this.mail = mail;
        this.credentials = credentials;
        this.desk = desk;
        this.others = List.copyOf(others);
        this.log = log;
    }

    /** Those that an admin leaves on, whether they work just now or not; nothing is kept of one that was never turned off. */
    Set<Way> chosen() {
        var chosen = EnumSet.allOf(Way.class);
        database.sql("select way from auth_ways where not enabled").query(String.class).list().forEach(name -> Way.named(name).ifPresent(chosen::remove));
        return chosen;
    }

    /** Those by which somebody can come in now. */
    Set<Way> open() {
        var open = chosen();
        open.removeIf(way -> !works(way));
        return open;
    }

    private boolean works(Way way) {
        return switch (way) {
            case PASSWORD -> true;
            case MAGIC_LINK, EMAIL_CODE -> mail.reachesPeople();
            case PASSKEY -> desk.bindsKeys();
            case SOCIAL -> others.stream().filter(other -> other.way() == way).anyMatch(OtherWay::works);
        };
    }

    /** Whether people can come in by this one now. */
    public boolean isOpen(Way way) {
        return chosen().contains(way) && works(way);
    }

    /** Whether somebody who has set up nothing can come in. */
    public boolean isAnyOpen() {
        return open().stream().anyMatch(Way::isForEverybody);
    }

    /** What the page for signing in shows besides its own. */
    List<OtherWay.Offered> offered() {
        var chosen = chosen();
        return others.stream().filter(other -> chosen.contains(other.way())).map(OtherWay::offered).filter(offered -> !offered.offers().isEmpty()).toList();
    }

    /** Where admins say more about a way than whether it is on. */
    List<OtherWay> withMoreToSay() {
        return others;
    }

    /** Whether this person can come in now without anything that they have set up themselves. */
    public boolean letIn(Person person) {
        return open().stream().anyMatch(way -> way.isByMail() ? Letter.canReach(person.email()) : way == Way.PASSWORD && credentials.hasPassword(person));
    }

    /** Whether who has forgotten a password can have another. */
    boolean canReset() {
        return isOpen(Way.PASSWORD) && mail.reachesPeople();
    }

    /** Leaves these on and no other; false, and nothing is changed, when somebody who has set up nothing could not come in by them. */
    @Transactional
    boolean choose(Set<Way> wanted) {
        if (wanted.stream().noneMatch(way -> way.isForEverybody() && works(way))) {
            return false;
        }
        var before = chosen();
        database.sql("update auth_ways set enabled = not enabled, version = version + 1, updated_at = now() where enabled <> (way = any (:wanted))")
            .param("wanted", names(wanted)).update();
        database.sql("insert into auth_ways (way, enabled) select unnest(cast(:unwanted as text[])), false on conflict (way) do nothing")
            .param("unwanted", names(EnumSet.complementOf(EnumSet.copyOf(wanted)))).update();
        if (!before.equals(wanted)) {
            log.write(Act.of("ways_changed", "").changing(said(before), said(wanted)));
        }
        return true;
    }

    private static String[] names(Set<Way> ways) {
        return ways.stream().map(Way::wireName).toArray(String[]::new);
    }

    private static Map<String, String> said(Set<Way> ways) {
        return Map.of("ways", ways.stream().sorted().map(Way::wireName).collect(Collectors.joining(", ")));
    }
}
