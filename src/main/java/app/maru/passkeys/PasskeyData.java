package app.maru.passkeys;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** Passkeys. */
@Component
class PasskeyData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.erased("auth_passkeys", "profile_id").hiding("credential_id", "public_key", "attestation"));
    }
}
