package app.maru.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.identity.Arrival;
import app.maru.identity.DeskCookies;
import app.maru.identity.Origin;
import app.maru.identity.Person;
import app.maru.identity.Secret;

/** From where, and with what, people have signed in within half a year. */
@Repository
class Acquaintances implements Arrival {

    private static final Duration REMEMBERED = Duration.ofDays(180);

    private final JdbcClient database;
    private final DeskCookies cookies;
    private final Clock clock;

    Acquaintances(JdbcClient database, DeskCookies cookies, Clock clock) {
        this.database = database;
        this.cookies = cookies;
        this.clock = clock;
    }

    /**
     * How well somebody is known.
     *
     * @param device whether whoever has the account has signed in with this very browser
     * @param network whether anybody has signed in from this network, whose account it ever was
     */
    record Known(boolean device, boolean network) {}

    Known look(String account, String network, @Nullable String device) {
        return database.sql("""
                select exists (select from auth_known_networks where network_hash = :network and used_at > :since) as network,
                  exists (select from auth_known_devices d join profiles p on p.id = d.profile_id
                    where d.secret_hash = :device and d.used_at > :since and lower(p.email) = lower(:account)) as device""")
            .param("network", Secret.hash(network)).param("device", device == null ? "" : device).param("account", account.replace("\0", "")).param("since", since())
            .query((row, number) -> new Known(row.getBoolean("device"), row.getBoolean("network"))).single();
    }

    /** Keeps that they came in from here and with this. */
    @Override
    public void of(Person person, HttpServletRequest request, HttpServletResponse response) {
        var origin = Origin.of(request);
        database.sql("""
                insert into auth_known_networks (network_hash, used_at) values (:network, :now)
                on conflict (network_hash) do update set used_at = excluded.used_at, updated_at = now()""")
            .param("network", Secret.hash(Network.of(origin.address()))).param("now", now()).update();
        var secret = kept(origin, request).orElseGet(Secret::made);
        database.sql("""
                insert into auth_known_devices (secret_hash, profile_id, used_at) values (:device, :person, :now)
                on conflict (secret_hash, profile_id) do update set used_at = excluded.used_at, updated_at = now()""")
            .param("device", Secret.hash(secret)).param("person", person.id()).param("now", now()).update();
        cookies.set(Origin.DEVICE, secret, REMEMBERED, request, response);
        forget();
    }

    /** The secret that the browser has already, unless somebody else has put it there. */
    private Optional<String> kept(Origin origin, HttpServletRequest request) {
        return cookies.value(Origin.DEVICE, request).filter(secret -> database.sql("select exists (select from auth_known_devices where secret_hash = :device)")
            .param("device", origin.device() == null ? "" : origin.device()).query(Boolean.class).single());
    }

    private void forget() {
        database.sql("delete from auth_known_networks where used_at <= ?").param(since()).update();
        database.sql("delete from auth_known_devices where used_at <= ?").param(since()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime since() {
        return now().minus(REMEMBERED);
    }
}
