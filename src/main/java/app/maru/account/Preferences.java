package app.maru.account;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import app.maru.desk.Input;
import app.maru.desk.Input.Choice;
import app.maru.desk.Zones;
import app.maru.identity.OwnAccount;
import app.maru.identity.Person;

/** The form in which people say how they like their desk. */
@Component
class Preferences {

    private final Zones zones;

    Preferences(Zones zones) {
        this.zones = zones;
    }

    List<Input> of(Person person) {
        return List.of(
            Input.of("choice", "locale", "desk.language", person.locale() == null ? "" : person.locale().getLanguage()).help("account.locale.help")
                .among(choices("account.locale.browser", "desk.language.", OwnAccount.LANGUAGES)),
            Input.of("choice", "timezone", "account.timezone", person.zone().getId()).help("account.timezone.help").among(zones.choices(person.zone().getId())),
            Input.of("choice", "theme", "desk.theme", person.theme() == null ? "" : person.theme())
                .among(choices("desk.theme.system", "desk.theme.", OwnAccount.THEMES)));
    }

    private static List<Choice> choices(String none, String key, Set<String> values) {
        return Stream.concat(Stream.of(new Choice("", none)), values.stream().sorted().map(value -> new Choice(value, key + value))).toList();
    }
}
