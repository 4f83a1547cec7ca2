package app.maru.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A place in the chain.
 *
 * @param hash of the link before it and of the row that stands here
 */
record Link(long place, String hash) {

    /** What comes before the first. */
    static final Link NONE = new Link(0, "");

    /** A row of the log {@code log} in full, in a form that is the same on every server. */
    static final String ROW = """
        jsonb_build_array(log.id, log.log_id, log.profile_id, log.event, log.act, log.subject_type, log.subject_id, log.personal_hash,
          to_char(log.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), log.metadata)::text""";

    /** The next place, at which that row stands. */
    Link followedBy(String row) {
        return new Link(place + 1, sha256(hash + "\n" + row));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
