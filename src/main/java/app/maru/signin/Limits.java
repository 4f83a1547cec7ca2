package app.maru.signin;

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

import app.maru.identity.Origin;
import app.maru.identity.Secret;

/** Counts for all nodes together how often somebody tries; of who it is, only a hash is kept. */
@Component
class Limits {

    private static final Duration KEPT_WHEN_FULL = Duration.ofMinutes(5);
    private static final int SWEPT = 100;
    private static final int GROUPS_OF_A_NETWORK = 4;

    private final SingletonSupplier<PostgreSQLSelectForUpdateBasedProxyManager<String>> buckets;

    Limits(DataSource database, Clock clock) {
        this.buckets = SingletonSupplier.of(() -> Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database).primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("auth_limits").idColumn("limit_key").stateColumn("state").expiresAtColumn("expires_at").clientClock(of(clock))
            .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL)).build());
    }

    /** Takes one try by that account and one from that address. */
    Taken take(Limit perAccount, String account, Limit perAddress, Origin origin) {
        var keys = List.of(new Key(perAddress, network(origin.address())), new Key(perAccount, account.strip().toLowerCase(Locale.ROOT)));
        var taken = new ArrayList<Key>();
        for (var key : keys) {
            if (!buckets.obtain().getProxy(key.hashed(), key.limit::bucket).tryConsume(1)) {
                return new Taken(false, taken);
            }
            taken.add(key);
        }
        return new Taken(true, taken);
    }

    /** Gives back what was taken: it was no guess. */
    void giveBack(Taken taken) {
        taken.keys.forEach(key -> buckets.obtain().getProxy(key.hashed(), key.limit::bucket).addTokens(1));
        buckets.obtain().removeExpired(SWEPT);
    }

    /** Whoever has an IPv6 address has the whole network around it. */
    private static String network(String address) {
        var groups = address.split(":", -1);
        return groups.length <= 2 ? address : String.join(":", List.of(groups).subList(0, Math.min(GROUPS_OF_A_NETWORK, groups.length)));
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

    private record Key(Limit limit, String who) {

        String hashed() {
            return limit + ":" + Secret.hash(who);
        }
    }

    /** What was taken, and whether all of it was there. */
    record Taken(boolean granted, List<Key> keys) {
    }
}
