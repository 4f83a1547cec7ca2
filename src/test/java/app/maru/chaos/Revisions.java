package app.maru.chaos;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import app.maru.chaos.Ledger.Saved;

/** All revisions of the run's entries that were read so far: each of them whole, each acknowledged save in one of them. */
final class Revisions {

    private static final JsonMapper JSON = new JsonMapper();

    private final Findings findings;
    private final Map<UUID, Integer> read = new HashMap<>();
    private final Set<Saved> found = new HashSet<>();

    Revisions(Findings findings) {
        this.findings = findings;
    }

    /** Reads what was written since the last time, and looks for the saves in it. */
    void inspect(Tables tables, List<Sheet> sheets, List<Saved> acknowledged) {
        var byEntry = new HashMap<UUID, Sheet>();
        sheets.forEach(sheet -> byEntry.put(sheet.entry(), sheet));
        tables.sql("""
                select entry_id, number, body from unnest(:entries, :read) as known (entry, newest)
                join content_revisions on entry_id = entry and number > newest order by entry_id, number""")
            .param("entries", sheets.stream().map(Sheet::entry).toArray(UUID[]::new))
            .param("read", sheets.stream().map(sheet -> read.getOrDefault(sheet.entry(), 0)).toArray(Integer[]::new))
            .query(row -> {
                read(byEntry.get(row.getObject("entry_id", UUID.class)), row.getInt("number"), row.getString("body"));
            });
        acknowledged.forEach(save -> findings.check(found.contains(save),
            "lost: %s was saved, and no revision has it".formatted(save)));
    }

    private void read(Sheet sheet, int number, String body) {
        int before = read.getOrDefault(sheet.entry(), 0);
        findings.check(number == before + 1, "entry %s has no revision %d".formatted(sheet.entry(), before + 1));
        read.put(sheet.entry(), number);
        findings.whole(() -> sheet.read(JSON.readTree(body))
            .forEach((hand, count) -> found.add(new Saved(sheet.entry(), hand, count))));
    }

    int size() {
        return read.values().stream().mapToInt(Integer::intValue).sum();
    }
}
