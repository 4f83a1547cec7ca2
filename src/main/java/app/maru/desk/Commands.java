package app.maru.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import app.maru.identity.Person;
import app.maru.identity.Right;

/** Everything that can be done from any page: what rooms contribute, the places of the side bar, and how one likes the desk. */
@Component
public class Commands {

    private final Navigation navigation;
    private final ObjectProvider<ContributedCommands> contributed;

    Commands(Navigation navigation, ObjectProvider<ContributedCommands> contributed) {
        this.navigation = navigation;
        this.contributed = contributed;
    }

    /** What this person may do, what is done most first. */
    public List<Command> of(Person person) {
        return Stream.of(contributed.stream().flatMap(several -> several.commands().stream()), navigation.commands(), own()).flatMap(several -> several)
            .filter(command -> person.may(command.right())).toList();
    }

    private static Stream<Command> own() {
        return Stream.of(Command.to("/account", "account.title", "person-gear", Right.READ),
            Command.sending("/account/theme", Map.of("_method", "put", "theme", "light"), "commands.theme.light", "sun"),
            Command.sending("/account/theme", Map.of("_method", "put", "theme", "dark"), "commands.theme.dark", "moon-stars"),
            Command.sending("/account/theme", Map.of("_method", "put", "theme", ""), "commands.theme.system", "circle-half"),
            Command.sending("/account/locale", Map.of("_method", "put", "locale", "ko"), "commands.language.ko", "translate"),
            Command.sending("/account/locale", Map.of("_method", "put", "locale", "en"), "commands.language.en", "translate"),
            Command.sending("/sign-out", Map.of(), "desk.sign-out", "box-arrow-right"));
    }
}
