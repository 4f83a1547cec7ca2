package app.maru.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What the first admin fills in. */
record FirstAdminForm(
    String token,
    @NotBlank(message = "{identity.first-admin.name.missing}")
    @Size(max = 120, message = "{identity.first-admin.name.long}")
    @Pattern(regexp = "[^\\x00]*", message = "{identity.first-admin.name.characters}") String name,
    @Size(min = Passwords.SHORTEST, max = Passwords.LONGEST, message = "{identity.first-admin.password.length}") String password) {

    FirstAdminForm {
        token = token == null ? "" : token;
        name = name == null ? "" : name.strip();
        password = password == null ? "" : password;
    }

    static FirstAdminForm empty(String token) {
        return new FirstAdminForm(token, "", "");
    }
}
