package app.maru.shorts;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** Whose prompts they are. */
@Component
class PromptData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.kept("shorts_prompts", "profile_id"));
    }
}
