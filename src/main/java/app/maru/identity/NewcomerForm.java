package app.maru.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What somebody fills in who was let in by a one-time link: who they are, and a password. */
public record NewcomerForm(
    String token,
    @NotBlank(message = "{identity.first-admin.name.missing}")
    @Size(max = 120, message = "{identity.first-admin.name.long}")
    @Pattern(regexp = "[^\\x00]*", message = "{identity.first-admin.name.characters}") String name,
    @Size(min = Passwords.SHORTEST, max = Passwords.LONGEST, message = "{identity.first-admin.password.length}") String password) {

    public NewcomerForm {
        token = token == null ? "" : token;
        name = name == null ? "" : name.strip();
        password = password == null ? "" : password;
    }

    /** The form behind a link, with the name that is known of them, if any, and no password. */
    public static NewcomerForm behind(String token, String name) {
        return new NewcomerForm(token, name, "");
    }
}
