package app.maru.delivery;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** The published site as this node knows it at one moment: the newest edition, and what changed lately. */
record View(long edition, HttpField header, Changes changes) {

    static View of(long edition, Changes changes) {
        return new View(edition, header(edition), changes);
    }

    static HttpField header(long edition) {
        return new PreEncodedHttpField("Edition", Long.toString(edition));
    }

    /** This, with the news recorded: first what changed, then the number, so that nobody sees the number without the changes. */
    View and(News news) {
        return of(news.edition(), changes.and(news));
    }

    /** Whether it is certain that nothing happened to the address after the edition. */
    boolean noneSince(long read, String address) {
        return address.equals(Reply.EVERYTHING) ? read >= edition : changes.noneSince(read, address);
    }

    /** The header for something read at the edition, which holds in this view or is newer. */
    HttpField headerFor(long read) {
        return read > edition ? header(read) : header;
    }
}
