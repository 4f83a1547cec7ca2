package app.maru.profiles;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What an admin may write of a person; texts are stripped, and what cannot be stored is taken out. */
record Details(
    @Size(max = 120, message = "{profiles.long}") String name,
    @NotBlank(message = "{profiles.email.missing}") @Email(message = "{profiles.email.unreadable}") @Size(max = 320, message = "{profiles.long}") String email,
    @Size(max = 120, message = "{profiles.long}") String role,
    @Size(max = 120, message = "{profiles.long}") String company,
    @Zone String timezone,
    @Pattern(regexp = "(https?://[^\\s/][^\\s]*)?", message = "{profiles.avatar.unreadable}") @Size(max = 2000, message = "{profiles.long}") String avatarUrl,
    @Size(max = 4000, message = "{profiles.long}") String bio) {

    Details {
        name = stored(name);
        email = stored(email);
        role = stored(role);
        company = stored(company);
        timezone = stored(timezone);
        avatarUrl = stored(avatarUrl);
        bio = stored(bio);
    }

    private static String stored(String text) {
        return text == null ? "" : text.replace("\0", "").replace("\r\n", "\n").strip();
    }
}
