package app.maru.editing;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** Saved views, and who has what open. */
@Component
class EditingData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.erased("list_views", "profile_id"),
            Holding.erased("editing_presence", "profile_id"));
    }
}
