package app.maru.staff;

import java.util.Optional;
import java.util.stream.Stream;

import app.maru.desk.Input;
import app.maru.desk.Input.Choice;
import app.maru.identity.Role;

/** The roles of which a form gives one. */
final class RoleChoice {

    private RoleChoice() {}

    static Input showing(String chosen) {
        return Input.of("choice", "role", "staff.role", chosen).among(Stream.of(Role.values()).map(role -> new Choice(role.wireName(), "role." + role.wireName())).toList());
    }

    /** The role that a form says, if there is such. */
    static Optional<Role> of(String said) {
        return Stream.of(Role.values()).filter(role -> role.wireName().equals(said)).findFirst();
    }
}
