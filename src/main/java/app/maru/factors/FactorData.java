package app.maru.factors;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** The second factor. */
@Component
class FactorData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.erased("auth_totp", "profile_id").hiding("secret", "pending"),
            Holding.erased("auth_recovery_codes", "profile_id").hiding("code_hash"));
    }
}
