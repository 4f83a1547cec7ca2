package app.maru.reviews;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** Who asked for reviews and answered. */
@Component
class ReviewData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.kept("content_reviews", "asked_by"),
            Holding.kept("content_reviews", "answered_by"));
    }
}
