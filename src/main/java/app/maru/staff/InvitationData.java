package app.maru.staff;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** Invitations. */
@Component
class InvitationData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.erased("auth_invitations", "profile_id").hiding("token_hash"),
            Holding.kept("auth_invitations", "invited_by").hiding("token_hash", "profile_id"));
    }
}
