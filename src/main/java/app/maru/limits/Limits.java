package app.maru.limits;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.sql.DataSource;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import app.maru.identity.Caller;
import app.maru.identity.Doorstep;
import app.maru.identity.Origin;
import app.maru.identity.Secret;

/** Counts for all nodes together how often somebody tries; of who it is, only a hash is kept. */
@Component
public class Limits {

    private static final Duration KEPT_WHEN_FULL = Duration.ofMinutes(5);
    private static final int SWEPT = 100;

    private final SingletonSupplier<PostgreSQLSelectForUpdateBasedProxyManager<String>> buckets;
    private final Acquaintances acquaintances;
    private final Doorstep doorstep;

    Limits(DataSource database, Acquaintances acquaintances, Doorstep doorstep, Clock clock) {
        this.buckets = SingletonSupplier.of(() -> Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database).primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("auth_limits").idColumn("limit_key").stateColumn("state").expiresAtColumn("expires_at").clientClock(of(clock))
            .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL)).build());
        this.acquaintances = acquaintances;
        this.doorstep = doorstep;
    }

    /**
     * What was taken.
     *
     * @param pause how long it is until there is more; zero where there was enough
     * @param caller as whom they are served then
     */
    public record Taken(Duration pause, List<Key> keys, Caller caller) {

        public Taken {
            keys = List.copyOf(keys);
        }

        /** Whether all of it was there. */
        public boolean granted() {
            return pause.isZero();
        }
    }

    /** One of what is counted. */
    record Key(Limit limit, String who) {

        String hashed() {
            return limit + ":" + Secret.hash(who);
        }
    }

    /** Takes one try by that account and one from that address; whoever is refused hears of it a little later. */
    public Taken take(Limit perAccount, String account, Limit perAddress, Origin origin) {
        var name = normal(account);
        var network = Network.of(origin.address());
        var known = acquaintances.look(name, network, origin.device());
        var keys = known.device() ? List.of(new Key(perAccount, name + "\n" + origin.device()))
            : List.of(new Key(perAddress, network), new Key(perAccount, known.network() ? name + "\n" + network : name));
        return take(keys, known.device() || known.network() ? Caller.KNOWN : new Caller(network, false));
    }

    /** Takes one try from that address, of whom nobody knows yet who they are. */
    public Taken take(Limit perAddress, Origin origin) {
        var network = Network.of(origin.address());
        return take(List.of(new Key(perAddress, network)), new Caller(network, false));
    }

    private Taken take(List<Key> keys, Caller caller) {
        var taken = new ArrayList<Key>();
        for (var key : keys) {
            var pause = takeOne(key);
            if (!pause.isZero()) {
                doorstep.hold();
                return new Taken(pause, taken, caller);
            }
            taken.add(key);
        }
        return new Taken(Duration.ZERO, taken, caller);
    }

    private Duration takeOne(Key key) {
        var probe = buckets.obtain().getProxy(key.hashed(), key.limit::bucket).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }

    /** Whether there is one left for that account, which it then is no more. */
    boolean takes(Limit perAccount, String account) {
        return takeOne(new Key(perAccount, normal(account))).isZero();
    }

    /** Gives back what was taken: it was no guess. */
    public void giveBack(Taken taken) {
        taken.keys.forEach(key -> buckets.obtain().getProxy(key.hashed(), key.limit::bucket).addTokens(1));
        buckets.obtain().removeExpired(SWEPT);
    }

    private static String normal(String account) {
        return account.strip().toLowerCase(Locale.ROOT);
    }

    private static TimeMeter of(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.millis() * 1_000_000;
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
