package app.maru.chaos;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.maru.chaos.Ledger.Pair;
import app.maru.chaos.Ledger.Published;

/** All publications that were read so far: each is exactly its revision, none ever changes, each acknowledged publish made one. */
final class Publications {

    private static final JsonMapper JSON = new JsonMapper();

    private final Findings findings;
    private final Map<Begun, String> hashes = new HashMap<>();
    private final Map<Begun, Long> ends = new HashMap<>();
    private final Set<Published> found = new HashSet<>();
    private final Map<UUID, Map<Long, Map<Integer, Integer>>> counts = new HashMap<>();
    private long newest;

    private record Begun(UUID entry, long edition) {
        @Override
        public String toString() {
            return "entry %s since edition %d".formatted(entry, edition);
        }
    }

    Publications(Findings findings) {
        this.findings = findings;
    }

    /** Reads what the editions since the last time began and ended, and looks for the publishes in it. */
    void inspect(Tables tables, List<Sheet> sheets, List<Published> acknowledged) {
        long now = tables.newestEdition();
        findings.check(now >= newest, "lost: edition %d was there, and the newest is %d".formatted(newest, now));
        var byEntry = new HashMap<UUID, Sheet>();
        sheets.forEach(sheet -> byEntry.put(sheet.entry(), sheet));
        tables.sql("""
                select publications.*, content_revisions.body as revision_body from publications
                left join content_revisions on content_revisions.entry_id = publications.entry_id and number = revision
                where from_edition > :newest""")
            .param("newest", newest).query(row -> {
                read(row, byEntry.get(row.getObject("entry_id", UUID.class)));
            });
        tables.sql("select entry_id, from_edition, until_edition from publications where until_edition > ?").param(newest).query(row -> {
            ends.put(begun(row), row.getLong("until_edition"));
        });
        newest = now;
        acknowledged.forEach(publish -> findings.check(found.contains(publish),
            "lost: %s was published, and no publication has it".formatted(publish)));
    }

    private void read(ResultSet row, @Nullable Sheet sheet) throws SQLException {
        var begun = begun(row);
        var text = row.getString("body");
        int revision = row.getInt("revision");
        hashes.put(begun, row.getString("hash"));
        found.add(new Published(begun.entry(), revision, 0, 0));
        findings.check(hash(text).equals(row.getString("hash")), "the body of %s is not what its hash names".formatted(begun));
        var original = row.getString("revision_body");
        findings.whole(() -> new Comparison("%s, revision %d, as visitors get it".formatted(begun, revision))
            .sameWords(JSON.readTree(original == null ? "{}" : original), JSON.readTree(text)));
        if (sheet != null) {
            findings.whole(() -> found(sheet, begun, JSON.readTree(text)));
        }
    }

    private void found(Sheet sheet, Begun begun, JsonNode body) {
        var said = sheet.read(body);
        said.forEach((hand, count) -> found.add(new Published(sheet.entry(), 0, hand, count)));
        counts.computeIfAbsent(sheet.entry(), entry -> new HashMap<>()).put(begun.edition(), said);
    }

    /** In every edition visitors see the same count of both. */
    void together(List<Pair> pairs) {
        for (var pair : pairs) {
            var one = counts.getOrDefault(pair.one(), Map.of());
            var other = counts.getOrDefault(pair.other(), Map.of());
            findings.check(one.equals(other), "an edition is torn: one of %s was published alone: %s, %s".formatted(pair, one, other));
        }
    }

    private static Begun begun(ResultSet row) throws SQLException {
        return new Begun(row.getObject("entry_id", UUID.class), row.getLong("from_edition"));
    }

    private static String hash(String body) {
        try {
            return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Holds what was read once, bit by bit over the run, against what was read at its end. */
    void unchanged(Publications end) {
        hashes.forEach((begun, hash) -> findings.check(hash.equals(end.hashes.get(begun)), "%s is another now".formatted(begun)));
        ends.forEach((begun, edition) -> findings.check(edition.equals(end.ends.get(begun)), "%s ends otherwise now".formatted(begun)));
    }

    long editions() {
        return newest;
    }
}
