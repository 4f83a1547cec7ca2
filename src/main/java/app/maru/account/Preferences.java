package app.maru.account;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import app.maru.desk.Input;
import app.maru.desk.Input.Choice;
import app.maru.desk.Times;
import app.maru.identity.OwnAccount;
import app.maru.identity.Person;

/** The form in which people say how they like their desk. */
@Component
class Preferences {

    /** Places on the map: the names for countries and offsets that the time zone database keeps for old programs are left out. */
    private static final Pattern PLACE = Pattern.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC");
    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

    private final Times times;
    private final Clock clock;

    Preferences(Times times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /** Whether there is a zone of that name in the IANA time zone database. */
    static boolean isZone(String name) {
        return KNOWN.contains(name);
    }

    List<Input> of(Person person) {
        return List.of(
            Input.of("choice", "locale", "desk.language", person.locale() == null ? "" : person.locale().getLanguage()).help("account.locale.help")
                .among(choices("account.locale.browser", "desk.language.", OwnAccount.LANGUAGES)),
            Input.of("choice", "timezone", "account.timezone", person.zone().getId()).help("account.timezone.help").among(zones(person.zone())),
            Input.of("choice", "theme", "desk.theme", person.theme() == null ? "" : person.theme())
                .among(choices("desk.theme.system", "desk.theme.", OwnAccount.THEMES)));
    }

    private static List<Choice> choices(String none, String key, Set<String> values) {
        return Stream.concat(Stream.of(new Choice("", none)), values.stream().sorted().map(value -> new Choice(value, key + value))).toList();
    }

    private List<Choice> zones(ZoneId own) {
        var now = clock.instant();
        return Stream.concat(KNOWN.stream().filter(PLACE.asMatchPredicate()), Stream.of(own.getId())).distinct().sorted()
            .map(zone -> Choice.called(zone, times.zone(ZoneId.of(zone), now))).toList();
    }
}
