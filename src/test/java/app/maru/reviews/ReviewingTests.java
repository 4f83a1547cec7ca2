package app.maru.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Outcome;
import app.maru.content.PostedForm;
import app.maru.content.Saving;
import app.maru.content.WorkingCopy;
import app.maru.publishing.Moving;
import app.maru.publishing.Publishing;
import app.maru.publishing.Publishing.Exact;
import app.maru.reviews.Review.Answer;

@SpringBootTest
@Tag("kernel")
class ReviewingTests {

    @Autowired ContentTypes types;
    @Autowired Saving saving;
    @Autowired Publishing publishing;
    @Autowired Moving moving;
    @Autowired Reviewing reviewing;
    @Autowired Reviews reviews;
    @Autowired WaitingReviews waiting;
    @Autowired JdbcClient database;

    private UUID author;
    private UUID editor;
    private ContentType products;

    @BeforeEach
    void anAuthorAndAnEditor() {
        author = person("이도윤");
        editor = person("박서연");
        products = types.of("billing/products");
    }

    @Test
    void whatWasAskedWaitsForAnAnswer() {
        var product = saved();
        int before = waiting.count();

        reviewing.ask(product.entry().id(), 1, "가격을 봐 주세요.", author);

        assertThat(reviews.latest(product.entry().id())).hasValueSatisfying(review -> {
            assertThat(review.isOpen()).isTrue();
            assertThat(review.note()).isEqualTo("가격을 봐 주세요.");
            assertThat(review.askedBy()).isEqualTo(author);
        });
        assertThat(reviews.waiting(List.of(product.entry().id(), UUID.randomUUID()))).containsExactly(product.entry().id());
        assertThat(waiting.count()).isEqualTo(before + 1);
    }

    @Test
    void publishingTheRevisionIsTheAnswer() {
        var product = saved();
        reviewing.ask(product.entry().id(), 1, "", author);

        publishing.publish(List.of(new Exact(product.entry().id(), 1)), editor);

        assertThat(latest(product)).satisfies(review -> {
            assertThat(review.answer()).isEqualTo(Answer.APPROVED);
            assertThat(review.answeredBy()).isEqualTo(editor);
        });
    }

    @Test
    void publishingALaterRevisionIsTheAnswerToo() {
        var product = saved();
        reviewing.ask(product.entry().id(), 1, "", author);
        var later = save(product);

        publishing.publish(List.of(new Exact(product.entry().id(), later.entry().head())), editor);

        assertThat(latest(product).answer()).isEqualTo(Answer.APPROVED);
    }

    @Test
    void neitherAnEarlierRevisionNorAMoveIsAnAnswer() {
        var product = saved();
        var other = saved();
        publishing.publish(List.of(new Exact(product.entry().id(), 1)), editor);
        var later = save(product);
        reviewing.ask(product.entry().id(), later.entry().head(), "", author);

        moving.move(products, product.entry().id(), other.entry().id(), editor);

        assertThat(latest(product).isOpen()).isTrue();
    }

    @Test
    void whatIsSentBackSaysWhatIsToBeDone() {
        var product = saved();
        reviewing.ask(product.entry().id(), 1, "", author);

        reviewing.sendBack(product.entry().id(), "제목이 너무 길어요.", editor);

        assertThat(latest(product)).satisfies(review -> {
            assertThat(review.isSentBack()).isTrue();
            assertThat(review.answerNote()).isEqualTo("제목이 너무 길어요.");
        });
        reviewing.reopen(product.entry().id());
        assertThat(latest(product).isOpen()).isTrue();
    }

    @Test
    void askingAgainTakesTheEarlierRequestBack() {
        var product = saved();
        reviewing.ask(product.entry().id(), 1, "하나", author);
        save(product);

        reviewing.ask(product.entry().id(), 2, "둘", author);

        assertThat(latest(product).revision()).isEqualTo(2);
        assertThat(database.sql("select answer from content_reviews where entry_id = ? order by id").param(product.entry().id()).query(String.class).list())
            .containsExactly("withdrawn", null);
    }

    @Test
    void whatVisitorsSeeDoesNotWaitAgain() {
        var product = saved();
        reviewing.ask(product.entry().id(), 1, "", author);
        publishing.publish(List.of(new Exact(product.entry().id(), 1)), editor);

        reviewing.reopen(product.entry().id());

        assertThat(latest(product).answer()).isEqualTo(Answer.APPROVED);
    }

    private Review latest(WorkingCopy copy) {
        return reviews.latest(copy.entry().id()).orElseThrow();
    }

    private WorkingCopy saved() {
        var form = PostedForm.with("name", "팀").and("slug", "plan-" + UUID.randomUUID());
        return ((Outcome.Saved) saving.create(products, UUID.randomUUID(), form.parameters(), author)).copy();
    }

    private WorkingCopy save(WorkingCopy copy) {
        var form = PostedForm.with("headline", "새 소개");
        return ((Outcome.Saved) saving.save(new Saving.Edit(products, copy.entry().id(), copy.version(), copy.entry().head(), form.parameters(), "", author))).copy();
    }

    private UUID person(String name) {
        return database.sql("insert into profiles (name, email) values (?, ?) returning id").param(name).param(UUID.randomUUID() + "@maru.example")
            .query(UUID.class).single();
    }
}
