package app.maru.events;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import app.maru.content.Values;

/**
 * Which events somebody looks at; all of it stands in the address.
 *
 * @param kind the only kind; null for all
 * @param failed whether only what went wrong
 * @param person whom they concern; null for anybody
 * @param who words by which a person is looked for
 * @param from the first day, on the calendar of who looks
 * @param until the last day
 * @param after the event behind which the page begins; null for the newest
 */
record EventQuery(@Nullable Kind kind, boolean failed, @Nullable UUID person, String who, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable Mark after) {

    static final String FAILED = "failed";

    private static final int LONGEST_SEARCH = 200;
    private static final int LAST_YEAR = 9999;

    /** What an address says; what it says wrongly is as if it did not. */
    static EventQuery of(Map<String, String> address) {
        var kind = address.getOrDefault("kind", "");
        var who = Values.storable(address.getOrDefault("who", "")).strip();
        return new EventQuery(Kind.of(kind).orElse(null), kind.equals(FAILED),
            Optional.ofNullable(address.get("person")).filter(Values::isId).map(UUID::fromString).orElse(null),
            who.substring(0, Math.min(who.length(), LONGEST_SEARCH)), day(address.get("from")), day(address.get("until")),
            Mark.of(address.getOrDefault("after", "")).orElse(null));
    }

    /** Everything that concerns a person. */
    static EventQuery of(UUID person) {
        return new EventQuery(null, false, person, "", null, null, null);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            var day = text == null || text.isEmpty() ? null : LocalDate.parse(text);
            return day == null || day.getYear() < 1 || day.getYear() >= LAST_YEAR ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What the chips of kinds say is chosen. */
    public String kindKey() {
        return failed ? FAILED : kind == null ? "" : kind.key();
    }

    /** What the chips of kinds offer. */
    public List<String> kindKeys() {
        var keys = new ArrayList<>(List.of(""));
        List.of(Kind.values()).forEach(one -> keys.add(one.key()));
        keys.add(FAILED);
        return keys;
    }

    /** Whether it leaves out some of what happened. */
    public boolean isNarrowed() {
        return kind != null || failed || person != null || from != null || until != null;
    }

    /** Its own address. */
    public String address() {
        return address(after);
    }

    /** The first page of it. */
    public String newest() {
        return address(null);
    }

    /** What happened before that. */
    public String older(String than) {
        return address(Mark.of(than).orElse(null));
    }

    /** Where it is asked what of it is newer than that. */
    public String newer(@Nullable String than) {
        return newest().replaceFirst("^/events", "/events/news") + (newest().contains("?") ? "&" : "?") + "since=" + (than == null ? "" : than);
    }

    /** The same of this person, or (null) of anybody. */
    public String of(@Nullable String other) {
        return new EventQuery(kind, failed, other == null ? null : UUID.fromString(other), "", from, until, null).newest();
    }

    private String address(@Nullable Mark behind) {
        var parameters = parameters(behind);
        var address = UriComponentsBuilder.fromPath("/events");
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(new HashMap<String, Object>(parameters)).toUriString();
    }

    private Map<String, String> parameters(@Nullable Mark behind) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("kind", kindKey());
        parameters.put("person", person == null ? "" : person.toString());
        parameters.put("from", from == null ? "" : from.toString());
        parameters.put("until", until == null ? "" : until.toString());
        parameters.put("after", behind == null ? "" : behind.toString());
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }
}
