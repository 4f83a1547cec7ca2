package app.maru.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import app.maru.content.ContentTypes;

/** Answers what is not at hand: understands the question, waits for the edition it needs, and reads it once for all who ask. */
@Component
class Reading {

    private final ContentTypes types;
    private final Site site;
    private final Answers answers;
    private final Documents documents;
    private final DeliverySettings settings;

    Reading(ContentTypes types, Site site, Answers answers, Documents documents, DeliverySettings settings) {
        this.types = types;
        this.site = site;
        this.answers = answers;
        this.documents = documents;
        this.settings = settings;
    }

    /** An answer, and the view in which it holds. */
    record Read(Answer answer, View view) {}

    Read answer(String path, @Nullable String query, String asked) throws InterruptedException {
        var question = Question.of(path, query, types);
        var view = view(question);
        long edition = question.pin().edition() == null ? view.edition() : question.pin().edition();
        return new Read(answers.read(asked, edition, at -> new Answer(documents.read(question, at))), view);
    }

    private View view(Question question) throws InterruptedException {
        var view = awaited(question.pin().least());
        if (question.reaches() > view.edition()) {
            site.catchUp(); // another node may have committed it a moment ago
            view = site.view();
        }
        if (question.reaches() > view.edition() || question.pinned() && question.pin().edition() == 0) {
            throw Refusal.noEdition(Long.toString(question.reaches()), view.edition());
        }
        return view;
    }

    private View awaited(long least) throws InterruptedException {
        var view = least == 0 ? site.view() : site.await(least, settings.patience());
        if (view.edition() < least) {
            throw new Refusal(new Problem(503, "edition_not_ready", "Edition " + least + " is not here yet; the newest is " + view.edition() + "."));
        }
        return view;
    }
}
