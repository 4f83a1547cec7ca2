package app.maru.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import app.maru.content.Values;
import app.maru.events.Mark;

/**
 * What of the log somebody looks at; all of it stands in the address.
 *
 * @param kind acts, signs (coming and going), or nothing for both
 * @param event only what is called so; empty for all
 * @param person whoever did it; null for anybody
 * @param who words by which a person is looked for
 * @param about the address of what it was done to; empty for anything
 * @param from the first day, on the calendar of who looks
 * @param until the last day
 * @param after the row behind which the page begins; null for the newest
 */
record AuditQuery(String kind, String event, @Nullable UUID person, String who, String about, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable Mark after) {

    static final String ACTS = "acts";
    static final String SIGNS = "signs";

    private static final List<String> KINDS = List.of("", ACTS, SIGNS);
    private static final Pattern EVENT = Pattern.compile("[a-z][a-z_]{0,59}");
    private static final Pattern ABOUT = Pattern.compile("/[a-z-]+(/[a-z-]+)?/[0-9a-f-]{36}");
    private static final int LONGEST_SEARCH = 200;
    private static final int LAST_YEAR = 9999;

    /** What an address says; what it says wrongly is as if it did not. */
    static AuditQuery of(Map<String, String> address) {
        var kind = address.getOrDefault("kind", "");
        var event = address.getOrDefault("event", "");
        var who = Values.storable(address.getOrDefault("who", "")).strip();
        var about = address.getOrDefault("about", "");
        return new AuditQuery(KINDS.contains(kind) ? kind : "", EVENT.matcher(event).matches() ? event : "",
            Optional.ofNullable(address.get("person")).filter(Values::isId).map(UUID::fromString).orElse(null), who.substring(0, Math.min(who.length(), LONGEST_SEARCH)),
            ABOUT.matcher(about).matches() && Values.isId(about.substring(about.lastIndexOf('/') + 1)) ? about : "", day(address.get("from")), day(address.get("until")),
            Mark.of(address.getOrDefault("after", "")).orElse(null));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            var day = text == null || text.isEmpty() ? null : LocalDate.parse(text);
            return day == null || day.getYear() < 1 || day.getYear() >= LAST_YEAR ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The id of what it was done to; null for anything. */
    @Nullable UUID subject() {
        return about.isEmpty() ? null : UUID.fromString(about.substring(about.lastIndexOf('/') + 1));
    }

    /** Whether that is a person, who may have done things too. */
    boolean isAboutAPerson() {
        return about.startsWith("/profiles/");
    }

    public List<String> kinds() {
        return KINDS;
    }

    /** Whether it leaves out some of the log. */
    public boolean isNarrowed() {
        return !kind.isEmpty() || !event.isEmpty() || person != null || !about.isEmpty() || from != null || until != null;
    }

    /** The first page of it. */
    public String newest() {
        return address("/audit", kind, person, about, null);
    }

    /** What was before that. */
    public String older(String than) {
        return address("/audit", kind, person, about, than);
    }

    /** All of it as a file. */
    public String csv() {
        return address("/audit/csv", kind, person, about, null);
    }

    /** The same by this person, or (null) by anybody. */
    public String by(@Nullable String other) {
        return address("/audit", kind, other == null ? null : UUID.fromString(other), about, null);
    }

    /** The same about anything. */
    public String aboutAnything() {
        return address("/audit", kind, person, "", null);
    }

    private String address(String path, String whichKind, @Nullable UUID by, String ofWhat, @Nullable String behind) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("kind", whichKind);
        parameters.put("event", event);
        parameters.put("person", by == null ? "" : by.toString());
        parameters.put("about", ofWhat);
        parameters.put("from", from == null ? "" : from.toString());
        parameters.put("until", until == null ? "" : until.toString());
        parameters.put("after", behind == null ? "" : behind);
        parameters.values().removeIf(String::isEmpty);
        var address = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(new HashMap<String, Object>(parameters)).toUriString();
    }
}
