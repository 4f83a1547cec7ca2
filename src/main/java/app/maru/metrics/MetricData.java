package app.maru.metrics;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** Who made metrics. */
@Component
class MetricData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.kept("admin_metric_definitions", "created_by"));
    }
}
