package app.maru.social;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** With which accounts elsewhere somebody signs in. */
@Component
class LinkedAccountData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(Holding.erased("auth_social_links", "profile_id"));
    }
}
