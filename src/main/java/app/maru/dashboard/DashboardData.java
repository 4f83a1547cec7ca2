package app.maru.dashboard;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** The dashboard of each. */
@Component
class DashboardData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.erased("dashboard_widgets", "profile_id"),
            Holding.erased("dashboard_goals", "profile_id"),
            Holding.erased("dashboard_activity_feed", "profile_id").hiding("actor_profile_id"),
            Holding.kept("dashboard_activity_feed", "actor_profile_id").hiding("profile_id"));
    }
}
