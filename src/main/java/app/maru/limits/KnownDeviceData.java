package app.maru.limits;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** With which browsers somebody signed in. */
@Component
class KnownDeviceData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.erased("auth_known_devices", "profile_id").hiding("secret_hash"));
    }
}
