package app.maru.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** In which edition each address last changed, as far back as {@code floor}: of earlier editions nothing is known any more. */
final class Changes {

    private final long floor;
    private final int most;
    private final Map<String, Long> last = new ConcurrentHashMap<>();

    Changes(long floor, int most) {
        this.floor = floor;
        this.most = most;
    }

    /** Whether it is certain that nothing happened to the address after the edition. */
    boolean noneSince(long edition, String address) {
        if (edition < floor) {
            return false;
        }
        var changed = last.get(address);
        return changed == null || changed <= edition;
    }

    /** These and the news: the same object while there is room for them, else a new one that begins there. */
    Changes and(News news) {
        if (news.countless() || last.size() + news.changed().size() > most) {
            return new Changes(news.edition(), most);
        }
        news.changed().forEach((address, edition) -> last.merge(address, edition, Math::max));
        return this;
    }
}
