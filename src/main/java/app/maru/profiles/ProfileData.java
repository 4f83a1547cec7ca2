package app.maru.profiles;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** What people pay and made. */
@Component
class ProfileData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.erased("profile_billing_plans", "profile_id"),
            Holding.erased("profile_payment_methods", "profile_id"),
            Holding.keptByLaw("profile_invoices", "profile_id"),
            Holding.erased("projects", "owner_profile_id"));
    }
}
