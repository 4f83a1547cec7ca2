package app.maru.content;

import static app.maru.content.Plans.TYPE;
import static app.maru.content.Plans.id;
import static app.maru.content.Plans.link;
import static app.maru.content.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import jakarta.validation.Validation;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.maru.content.Problem.Tier;

class RulesTests {

    final Rules rules = new Rules(Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void whatIsRequiredStandsInTheWayOfPublishingOnly() {
        assertThat(rules.problems(TYPE, TYPE.blank())).extracting(Problem::path, Problem::code, Problem::tier)
            .containsExactly(Tuple.tuple("name", "NotBlank", Tier.PUBLISHABLE), Tuple.tuple("slug", "NotBlank", Tier.PUBLISHABLE));
        assertThat(rules.storable(TYPE, TYPE.blank())).isEmpty();
    }

    @Test
    void aProblemOfAChildNamesTheChildAndTheLimit() {
        assertThat(rules.storable(TYPE, plan("무료", link(1, "하나"), link(2, "x".repeat(21)).with("days", 366)))).extracting(Problem::path, Problem::code, Problem::arguments)
            .containsExactly(Tuple.tuple(Paths.of("links", id(2), "label"), "Size", java.util.List.<Object>of(20)),
                Tuple.tuple(Paths.of("links", id(2), "days"), "Max", java.util.List.<Object>of(365L)));
    }

    @Test
    void childrenThatMustDifferAreTold() {
        var same = plan("무료", link(1, "하나").with("target", "/a"), link(2, "둘").with("target", "/a"), link(3, "셋"));
        assertThat(rules.storable(TYPE, same)).extracting(Problem::path, Problem::code)
            .containsExactly(Tuple.tuple(Paths.of("links", id(2), "target"), "Distinct"));
    }

    @Test
    void moreThanTwoHundredChildrenAreTooMany() {
        var many = IntStream.rangeClosed(1, 201).mapToObj(number -> link(number, "칸").with("days", number)).toArray(Snapshot.Item[]::new);
        assertThat(rules.storable(TYPE, plan("무료", many))).extracting(Problem::code).containsExactly("TooManyChildren");
    }

    @Test
    void whatBelongsTogetherIsDemandedTogetherOnPublishing() {
        assertThat(rules.problems(TYPE, plan("무료").with("slug", (Object) "free").with("homeLabel", (Object) "시작하기"))).singleElement()
            .isEqualTo(Problem.publishable("homeLink", "Together", "homeLabel"));
        assertThat(rules.problems(TYPE, plan("무료").with("slug", (Object) "free").with("homeLabel", (Object) " ").with("homeLink", (Object) "/start")))
            .extracting(Problem::path, Problem::arguments).containsExactly(Tuple.tuple("homeLabel", java.util.List.<Object>of("homeLink")));
        assertThat(rules.problems(TYPE, plan("무료").with("slug", (Object) "free").with("homeLabel", (Object) "시작하기").with("homeLink", (Object) "/start"))).isEmpty();
    }

    @Test
    void tooManyTagsOrTooLongOnesAreTold() {
        var emoji = "😀".repeat(Tags.LONGEST);
        var many = IntStream.rangeClosed(1, Tags.MOST + 1).mapToObj(number -> "태그" + number).toList();
        assertThat(rules.storable(TYPE, plan("무료", link(1, "하나").with("tags", java.util.List.of(emoji))))).isEmpty();
        assertThat(rules.storable(TYPE, plan("무료", link(1, "하나").with("tags", java.util.List.of(emoji + "!")), link(2, "둘").with("days", 1).with("tags", many))))
            .extracting(Problem::path, Problem::code).containsExactly(Tuple.tuple(Paths.of("links", id(1), "tags"), "Tags"), Tuple.tuple(Paths.of("links", id(2), "tags"), "Tags"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//evil.example", "/\\evil.example", "ftp://a.example", "https://", "a b", "/a b"})
    void aLinkThatIsNoSafeAddressIsRefused(String address) {
        assertThat(rules.storable(TYPE, plan("무료", link(1, "하나").with("target", address)))).extracting(Problem::code).containsExactly("Link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://maru.example/a?b=c#d", "HTTP://maru.example", "/", "/pricing?x=1", "#faq", "mailto:a@maru.example", "https://마루.example/요금"})
    void anAddressIsALink(String address) {
        assertThat(rules.storable(TYPE, plan("무료", link(1, "하나").with("target", address)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Free", "a--b", "-a", "a-", "a_b", "요금", "a b"})
    void aSlugIsLowerCaseWordsJoinedByHyphens(String slug) {
        assertThat(rules.storable(TYPE, plan("무료").with("slug", (Object) slug))).extracting(Problem::code).containsExactly("Slugged");
    }
}
