package app.maru.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/** How many entries lists have: counted once, and from then on what editions added and took away. */
@Component
class Totals {

    private static final int MOST = 1_000;

    private final PublicEntries entries;
    private final Cache<String, Total> known = Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    Totals(PublicEntries entries) {
        this.entries = entries;
    }

    private record Total(long edition, long entries) {}

    long of(ListQuery query, long edition) {
        var before = known.getIfPresent(query.counted());
        if (before == null || before.edition() > edition) {
            return keep(query, new Total(edition, entries.count(query, edition)));
        }
        return before.edition() == edition ? before.entries()
            : keep(query, new Total(edition, before.entries() + entries.growth(query, before.edition(), edition)));
    }

    private long keep(ListQuery query, Total total) {
        known.asMap().merge(query.counted(), total, (one, other) -> other.edition() > one.edition() ? other : one);
        return total.entries();
    }
}
