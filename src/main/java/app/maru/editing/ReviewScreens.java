package app.maru.editing;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.identity.People;
import app.maru.identity.Person;
import app.maru.identity.Right;
import app.maru.reviews.Review;
import app.maru.reviews.Review.Answer;
import app.maru.reviews.Reviews;

/** Draws up what was asked of editors: one by one, and for an entry. */
@Component
class ReviewScreens {

    static final int PAGE = 25;

    private final Reviews reviews;
    private final Entries entries;
    private final ContentTypes types;
    private final People people;
    private final Words words;

    ReviewScreens(Reviews reviews, Entries entries, ContentTypes types, People people, Words words) {
        this.reviews = reviews;
        this.entries = entries;
        this.types = types;
        this.people = people;
        this.words = words;
    }

    /** What the entry's editor shows: a request that waits, or what came of the last one while that is still news. */
    @Nullable ReviewPanel panel(Entry entry, Person person) {
        return reviews.latest(entry.id()).filter(review -> isNews(review, entry)).map(review -> {
            var names = names(List.of(review));
            return new ReviewPanel(review, name(names, review.askedBy()), review.isOpen() ? null : name(names, review.answeredBy()),
                entry.head() == review.revision() ? null : entry.head(), person.may(Right.PUBLISH), mayWithdraw(review, person));
        }).orElse(null);
    }

    private static boolean isNews(Review review, Entry entry) {
        boolean seen = entry.live() != null && entry.live() >= review.revision();
        return review.isOpen() || review.isSentBack() && !seen || review.answer() == Answer.APPROVED && Objects.equals(entry.live(), entry.head());
    }

    /** Whether it is for the person to take the request back. */
    static boolean mayWithdraw(Review review, Person person) {
        return person.may(Right.PUBLISH) || person.id().equals(review.askedBy());
    }

    /** What waits behind the one given, longest first; one more than a page has where there are more. */
    List<ReviewLine> lines(@Nullable UUID behind) {
        var waiting = reviews.waiting(behind, PAGE + 1);
        var names = names(waiting);
        var found = entries.find(waiting.stream().map(Review::entry).toList());
        return waiting.stream().filter(review -> found.containsKey(review.entry())).map(review -> {
            var entry = found.get(review.entry());
            var kind = words.find(entry.type().replace('/', '.') + ".one").orElseGet(() -> words.say(types.of(entry.type()).messageKey()));
            return new ReviewLine(review, entry, words.title(entry.title()), kind, name(names, review.askedBy()));
        }).toList();
    }

    private Map<UUID, String> names(List<Review> all) {
        return people.names(all.stream().flatMap(review -> Stream.of(Optional.ofNullable(review.askedBy()), Optional.ofNullable(review.answeredBy())))
            .flatMap(Optional::stream).collect(toSet()));
    }

    private String name(Map<UUID, String> names, @Nullable UUID person) {
        return person == null || !names.containsKey(person) ? words.say("history.somebody") : names.get(person);
    }
}
