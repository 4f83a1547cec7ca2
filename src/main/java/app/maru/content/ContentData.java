package app.maru.content;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** Who wrote what, and what was not saved yet. */
@Component
class ContentData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.kept("content_entries", "changed_by"),
            Holding.kept("content_revisions", "author").hiding("body"),
            Holding.kept("content_revision_names", "named_by"),
            Holding.erased("content_unsaved", "profile_id"));
    }
}
