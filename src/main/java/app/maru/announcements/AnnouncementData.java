package app.maru.announcements;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** Who wrote announcements. */
@Component
class AnnouncementData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.kept("admin_announcements", "author_profile_id").hiding("body"));
    }
}
