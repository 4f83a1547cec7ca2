package app.maru.publishing;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** Who put what before visitors. */
@Component
class PublishingData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.kept("editions", "author"),
            Holding.kept("content_batches", "author"),
            Holding.kept("content_schedules", "scheduled_by"));
    }
}
