package app.maru.staff;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import app.maru.identity.OwnAccount;

/** What somebody fills in who was invited. */
record InvitationForm(
    String token,
    @NotBlank(message = "{identity.first-admin.name.missing}")
    @Size(max = 120, message = "{identity.first-admin.name.long}")
    @Pattern(regexp = "[^\\x00]*", message = "{identity.first-admin.name.characters}") String name,
    @Size(min = OwnAccount.SHORTEST_PASSWORD, max = OwnAccount.LONGEST_PASSWORD, message = "{identity.first-admin.password.length}") String password) {

    InvitationForm {
        token = token == null ? "" : token;
        name = name == null ? "" : name.strip();
        password = password == null ? "" : password;
    }
}
