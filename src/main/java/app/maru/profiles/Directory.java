package app.maru.profiles;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import app.maru.profiles.Profiles.Query;

/** Finds people for other rooms, where somebody has to be chosen. */
@Component
public class Directory {

    private final Profiles profiles;

    Directory(Profiles profiles) {
        this.profiles = profiles;
    }

    /**
     * Somebody who can be chosen.
     *
     * @param about what tells them from others of the name
     */
    public record Known(UUID id, String name, String about) {

        private static Known of(Profile profile) {
            var details = profile.details();
            return new Known(profile.id(), profile.title(), details.company().isBlank() ? details.email() : details.email() + " · " + details.company());
        }
    }

    /** The first few who are found by the words. */
    public List<Known> find(String words, int most) {
        return profiles.page(new Query(words, null, null, null)).people().stream().limit(most).map(Known::of).toList();
    }

    /** Whoever has that id. */
    public Optional<Known> known(UUID id) {
        return profiles.profile(id).map(Known::of);
    }
}
