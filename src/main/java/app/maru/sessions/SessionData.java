package app.maru.sessions;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** Where somebody is signed in. */
@Component
class SessionData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.erased("auth_sessions", "profile_id").hiding("secret_hash"));
    }
}
