package app.maru.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

import app.maru.desk.Input;
import app.maru.desk.Input.Choice;
import app.maru.desk.Zones;
import app.maru.profiles.Profile.Status;

/** The form in which an admin changes what is known of a person. */
@Component
class ProfileForm {

    private final Zones zones;

    ProfileForm(Zones zones) {
        this.zones = zones;
    }

    /** Its fields as typed, with what is wrong with each. */
    List<Input> inputs(Profile profile, Details typed, Status status, @Nullable BindingResult errors, @Nullable String emailTaken) {
        var inputs = new ArrayList<Input>();
        inputs.add(input("line", "name", typed.name(), errors).atMost(120));
        var email = input("line", "email", typed.email(), errors);
        inputs.add(emailTaken == null ? email : email.wrong(List.of(emailTaken)));
        inputs.add(input("line", "role", typed.role(), errors).atMost(120).help("profiles.role.help"));
        inputs.add(input("line", "company", typed.company(), errors).atMost(120));
        inputs.add(input("choice", "status", status.key(), errors).readOnly(profile.staffRole() != null).help(profile.staffRole() == null ? null : "profiles.status.staff")
            .among(Stream.of(Status.values()).map(value -> new Choice(value.key(), "profiles.status." + value.key())).toList()));
        inputs.add(input("choice", "timezone", typed.timezone(), errors).among(zones.choices(typed.timezone())));
        inputs.add(input("link", "avatarUrl", typed.avatarUrl(), errors));
        inputs.add(input("area", "bio", typed.bio(), errors).atMost(4000));
        return inputs;
    }

    private static Input input(String kind, String path, String value, @Nullable BindingResult errors) {
        return Input.of(kind, path, "profiles." + path, value).wrong(errors == null ? List.of()
            : errors.getFieldErrors(path).stream().map(FieldError::getDefaultMessage).toList());
    }
}
