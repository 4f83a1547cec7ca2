package app.maru.signin;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import app.maru.identity.Act;
import app.maru.identity.AuditLog;
import app.maru.mail.MailServer;

/** Which ways in are open; every node asks each time, so that a change holds at once everywhere. */
@Repository
class Ways {

    private final JdbcClient database;
    private final MailServer mail;
    private final AuditLog log;

    Ways(JdbcClient database, MailServer mail, AuditLog log) {
        this.database = database;
        this.mail = mail;
        this.log = log;
    }

    /** Those that an admin leaves on, whether mail arrives or not. */
    Set<Way> chosen() {
        var chosen = EnumSet.noneOf(Way.class);
        database.sql("select way from auth_ways where enabled").query(String.class).list().forEach(name -> chosen.add(Way.named(name)));
        return chosen;
    }

    /** Those by which somebody can come in now. */
    Set<Way> open() {
        var open = EnumSet.copyOf(chosen());
        open.removeIf(way -> way.isByMail() && !mail.reachesPeople());
        return open;
    }

    boolean isOpen(Way way) {
        return open().contains(way);
    }

    /** Whether who has forgotten a password can have another. */
    boolean canReset() {
        return isOpen(Way.PASSWORD) && mail.reachesPeople();
    }

    /** Leaves these on and no other; false, and nothing is changed, when nobody could come in by them. */
    @Transactional
    boolean choose(Set<Way> wanted) {
        if (wanted.stream().noneMatch(way -> !way.isByMail() || mail.reachesPeople())) {
            return false;
        }
        var before = chosen();
        int changed = database.sql("update auth_ways set enabled = not enabled, version = version + 1, updated_at = now() where enabled <> (way = any (:wanted))")
            .param("wanted", wanted.stream().map(Way::wireName).toArray(String[]::new)).update();
        if (changed > 0) {
            log.write(Act.of("ways_changed", "").changing(said(before), said(wanted)));
        }
        return true;
    }

    private static Map<String, String> said(Set<Way> ways) {
        return Map.of("ways", ways.stream().sorted().map(Way::wireName).collect(Collectors.joining(", ")));
    }
}
