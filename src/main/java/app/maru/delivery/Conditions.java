package app.maru.delivery;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** What a request says of what it has and understands (RFC 9110); reads in place, as every request passes here. */
final class Conditions {

    static final String GZIP_SUFFIX = "-gz";

    private Conditions() {}

    /** Whether the client has exactly this already. */
    static boolean unchanged(HttpFields request, String hash, long modified) {
        boolean asked = false;
        for (HttpField field : request) {
            if (field.getHeader() == HttpHeader.IF_NONE_MATCH) {
                asked = true;
                if (names(field.getValue(), hash)) {
                    return true;
                }
            }
        }
        return !asked && modified >= 0 && request.contains(HttpHeader.IF_MODIFIED_SINCE) && since(request) >= modified;
    }

    /** The time that it says; what is no time says nothing. */
    private static long since(HttpFields request) {
        try {
            return request.getDateField(HttpHeader.IF_MODIFIED_SINCE);
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    /** Whether the list of entity tags names that hash, plain or compressed, weak or strong, or any. */
    static boolean names(@Nullable String tags, String hash) {
        int at = 0;
        while (tags != null && at < tags.length()) {
            char c = tags.charAt(at);
            if (c == '*') {
                return true;
            }
            if (c == '"') {
                int end = tags.indexOf('"', at + 1);
                if (end < 0 || same(tags, at + 1, end, hash)) {
                    return end >= 0;
                }
                at = end;
            }
            at++;
        }
        return false;
    }

    private static boolean same(String tags, int start, int end, String hash) {
        int more = end - start - hash.length();
        return tags.startsWith(hash, start)
            && (more == 0 || more == GZIP_SUFFIX.length() && tags.startsWith(GZIP_SUFFIX, start + hash.length()));
    }

    static boolean acceptsGzip(HttpFields request) {
        var accepted = request.get(HttpHeader.ACCEPT_ENCODING);
        return accepted != null && (accepted.indexOf(';') < 0 && accepted.contains("gzip") || allows(accepted));
    }

    private static boolean allows(String accepted) {
        boolean any = false;
        for (var part : accepted.split(",")) {
            var coding = part.strip();
            int semicolon = coding.indexOf(';');
            var name = semicolon < 0 ? coding : coding.substring(0, semicolon).strip();
            boolean wanted = semicolon < 0 || !coding.substring(semicolon + 1).strip().matches("(?i)q\\s*=\\s*0(\\.0*)?");
            if (name.equalsIgnoreCase("gzip") || name.equalsIgnoreCase("x-gzip")) {
                return wanted;
            }
            any |= name.equals("*") && wanted;
        }
        return any;
    }
}
