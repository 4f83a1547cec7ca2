package app.maru;

import static java.util.regex.Pattern.DOTALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class TemplateLintTests {

    private static final Pattern TAG = Pattern.compile("<([a-zA-Z][\\w:-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", DOTALL);
    private static final Pattern REFERENCE = Pattern.compile("~\\{\\s*([\\w/-]*)\\s*::\\s*([#.]?)([\\w-]+)");
    private static final Pattern VIEW = Pattern.compile("return \"(?!redirect:|forward:)([a-z][\\w/-]*)(?: :: ([\\w-]+))?\"");
    private static final Pattern ANY_TAG = Pattern.compile("<[/!]?[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>", DOTALL);
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final List<String> SPOKEN_ATTRIBUTES = List.of("title", "placeholder", "alt", "aria-label", "aria-description", "label", "summary");
    private static final Pattern WORD_HANDED_ON = Pattern.compile("[(,]\\s*(?:title|label|text|name|shown|help)='([^']*)'");
    private static final Pattern SANITISED = Pattern.compile("\\$\\{[\\w.]*\\.?sanitised(\\(\\))?}");
    private static final Pattern ICON_ALONE = Pattern.compile("<(button|a)\\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>\\s*<svg[^>]*></svg>\\s*</\\1>", DOTALL);

    @Test
    void everyFragmentThatIsReferredToExists() {
        assertThat(Source.templates().stream().flatMap(template -> template.all(REFERENCE)
            .filter(found -> !exists(found.group(1).isEmpty() ? template : template(found.group(1)), found.group(2), found.group(3)))
            .map(template::at))).isEmpty();
    }

    @Test
    void everyViewThatAControllerChoosesExists() {
        assertThat(Source.java().stream().filter(source -> source.text().contains("@Controller")).flatMap(source -> source.all(VIEW)
            .filter(found -> !exists(template(found.group(1)), "", found.group(2)))
            .map(source::at))).isEmpty();
    }

    @Test
    void everyVisibleWordComesFromTheMessages() {
        assertThat(Source.templates().stream().flatMap(template -> words(withoutStyle(template.text())).filter(word -> !word.equals("Maru"))
            .map(word -> template.path() + " " + word))).isEmpty();
    }

    @Test
    void markupComesOnlyFromWhatSaysThatItIsSanitised() {
        assertThat(tags(tag -> attribute(tag, "th:utext").anyMatch(value -> !SANITISED.matcher(value).matches()))).isEmpty();
        assertThat(Source.templates().stream().flatMap(template -> template.all(Pattern.compile("\\[\\(|th:inline")).map(template::at))).isEmpty();
    }

    @Test
    void noStyleStandsInAPageThatHasASheet() {
        assertThat(tags(Source.templates().stream().filter(template -> !isLetter(template)), tag -> tag.group(1).equals("style") || has(tag, "style")
            || has(tag, "th:style") || has(tag, "th:styleappend"))).isEmpty();
    }

    /** A mail is read where no sheet of ours reaches; what it loaded from elsewhere would tell who reads it, and when. */
    @Test
    void aLetterLoadsNothing() {
        assertThat(tags(Source.templates().stream().filter(TemplateLintTests::isLetter), tag -> List.of("link", "img", "script", "iframe", "form").contains(tag.group(1))
            || has(tag, "src") || has(tag, "th:src") || tag.group(2).contains("url(") || tag.group(2).contains("@{"))).isEmpty();
        assertThat(Source.templates().stream().filter(TemplateLintTests::isLetter)).isNotEmpty();
    }

    @Test
    void noScriptStandsInAPage() {
        assertThat(tags(tag -> tag.group(1).equals("script") && !has(tag, "th:src") || Pattern.compile("\\s(?:th:)?(?:on\\w+|hx-on\\S*)=").matcher(tag.group(2)).find()
            || tag.group(2).contains("javascript:"))).isEmpty();
    }

    @Test
    void whatChangesSomethingIsAFormThatCarriesTheToken() {
        assertThat(tags(tag -> isForm(tag) && attribute(tag, "method").anyMatch("post"::equalsIgnoreCase) && !has(tag, "th:action"))).isEmpty();
        assertThat(tags(tag -> isForm(tag) && has(tag, "action") && !has(tag, "th:action"))).isEmpty();
        assertThat(tags(tag -> Stream.of("put", "patch", "delete").anyMatch(method -> has(tag, "hx-" + method) || has(tag, "hx:" + method)))).isEmpty();
        assertThat(tags(tag -> (has(tag, "hx-post") || has(tag, "hx:post")) && !(isForm(tag) && has(tag, "th:action")))).isEmpty();
        assertThat(tags(tag -> has(tag, "th:action") && !attribute(tag, "method").anyMatch("post"::equals) && !attribute(tag, "method").anyMatch("get"::equals))).isEmpty();
    }

    @Test
    void addressesOfAssetsCarryAHashOfWhatIsInThem() {
        assertThat(tags(tag -> List.of("script", "link", "img").contains(tag.group(1)) && (has(tag, "src") || has(tag, "href"))
            && !tag.group(2).contains("\"/desk/") && !tag.group(2).contains("\"/webjars/"))).isEmpty();
        assertThat(Source.templates().stream().filter(template -> !template.path().endsWith("error/server.html"))
            .flatMap(template -> template.all(Pattern.compile("\\s(?:src|href|action)=\"/")).map(template::at))).isEmpty();
    }

    @Test
    void everyAssetThatIsNamedExists() {
        var named = Pattern.compile("(?:@\\{|\")(/(?:webjars|desk|editing|identity|passkeys|metrics|tasks|dashboard)/[^\"}]+\\.(?:js|css|svg))[\"}]");
        assertThat(Source.templates().stream().flatMap(template -> template.all(named)
            .filter(asset -> !new ClassPathResource((asset.group(1).startsWith("/webjars") ? "META-INF/resources" : "static") + asset.group(1)).exists())
            .map(template::at))).isEmpty();
    }

    @Test
    void everyIconThatIsNamedExists() {
        var named = Pattern.compile("(?:desk:icon=\"|icon='|^\\s*icon=\\$\\{\\{)([a-z0-9-]+)[\"']");
        assertThat(Source.templates().stream().flatMap(template -> template.all(named)
            .filter(icon -> !new ClassPathResource("META-INF/resources/webjars/bootstrap-icons/1.13.1/icons/" + icon.group(1) + ".svg").exists())
            .map(template::at))).isEmpty();
    }

    @Test
    void anIconThatStandsAloneHasAName() {
        assertThat(Source.templates().stream().flatMap(template -> template.all(ICON_ALONE)
            .filter(found -> !found.group(2).contains("aria-label=")).map(template::at))).isEmpty();
    }

    @Test
    void aPageBeginsWithItsDoctypeAndHasOneMain() {
        var pages = Source.templates().stream().filter(template -> template.text().contains("layout :: p")).toList();
        assertThat(pages).isNotEmpty().allSatisfy(page -> {
            assertThat(page.text()).as(page.path().toString()).startsWith("<!DOCTYPE html>");
            assertThat(page.all(Pattern.compile("<main\\b"))).as(page.path().toString()).hasSize(1);
        });
    }

    @Test
    void aConditionDoesNotStandWhereItIsNotAsked() {
        assertThat(tags(tag -> (has(tag, "th:replace") || has(tag, "th:insert"))
            && Stream.of("th:if", "th:unless", "th:case", "th:each").anyMatch(condition -> has(tag, condition) && !(condition.equals("th:each") && has(tag, "th:insert")))))
            .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>Hello</p>", "<p th:text=\"'Hello'\">", "<p th:text=\"${a} ? 'Hello' : #{no}\">", "<p th:text=\"${a ? 'Hello' : b}\">",
        "<p th:title=\"|Hello ${name}|\">", "<a title=\"Hello\">", "<p th:replace=\"~{x :: y(title='Hello')}\">", "<p th:alt='Hello'>", "<p>[[|Hello ${name}|]]</p>"})
    void theLintKnowsAWordWhenItSeesOne(String markup) {
        assertThat(words(markup)).containsExactly("Hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p th:text=\"#{hello(${name}, 'PUBLISH')}\">", "<p th:text=\"${a == 'x'} ? #{yes} : #{no}\">", "<p th:title=\"|${a} / ${b}|\">",
        "<p th:text=\"#{|state.${state}|}\">", "<p th:text=\"${frame.may('PUBLISH')} ? #{a} : null\">", "<p> · [[#{hello(${name})}]] </p>", "<p th:class=\"${a} ? 'x' : 'y'\">"})
    void theLintLeavesExpressionsAlone(String markup) {
        assertThat(words(markup)).isEmpty();
    }

    private static String withoutStyle(String markup) {
        return markup.replaceAll("(?s)<style>.*?</style>", "");
    }

    private static Stream<String> words(String markup) {
        var found = Stream.<String>builder();
        var tags = ANY_TAG.matcher(markup);
        int end = 0;
        while (tags.find()) {
            spoken(markup.substring(end, tags.start())).forEach(found);
            end = tags.end();
            var tag = " " + tags.group();
            SPOKEN_ATTRIBUTES.forEach(name -> values(tag, name).flatMap(TemplateLintTests::wordsIn).forEach(found));
            Stream.concat(Stream.of("text"), SPOKEN_ATTRIBUTES.stream())
                .forEach(name -> values(tag, "th:" + name).flatMap(TemplateLintTests::literals).forEach(found));
            WORD_HANDED_ON.matcher(tag).results().flatMap(handed -> wordsIn(handed.group(1))).forEach(found);
        }
        return Stream.concat(found.build(), wordsIn(markup.substring(end)));
    }

    private static Stream<String> spoken(String text) {
        var inlined = Pattern.compile("(?s)\\[\\[(.*?)]]");
        return Stream.concat(inlined.matcher(text).results().flatMap(expression -> literals(expression.group(1))),
            wordsIn(inlined.matcher(text).replaceAll("").replaceAll("&#?\\w+;", "")));
    }

    /** What an expression says of itself: its literals, without messages, values, and what values are compared with. */
    private static Stream<String> literals(String expression) {
        var own = without("#", expression.replaceAll("&#?\\w+;", ""));
        var chosen = Pattern.compile("[?:]\\s*'([^']*)'").matcher(own).results().map(choice -> choice.group(1));
        var rest = without("$", own).replaceAll("[?:]\\s*'[^']*'", "").replaceAll("\\b(null|and|or|not|true|false)\\b", "");
        return Stream.concat(chosen, Stream.of(rest)).flatMap(TemplateLintTests::wordsIn);
    }

    private static String without(String sign, String expression) {
        var innermost = Pattern.compile("(?s)" + Pattern.quote(sign) + "\\{(?:[^{}]|[$#]?\\{(?:[^{}]|\\{[^{}]*})*})*}");
        return innermost.matcher(expression).replaceAll("");
    }

    private static Stream<String> values(String tag, String attribute) {
        return Pattern.compile("\\s" + attribute + "=(?:\"([^\"]*)\"|'([^']*)')").matcher(tag).results()
            .map(value -> value.group(1) == null ? value.group(2) : value.group(1));
    }

    private static Stream<String> wordsIn(String text) {
        return WORD.matcher(text).results().map(MatchResult::group);
    }

    private static boolean isLetter(Source template) {
        return template.path().startsWith(Path.of("templates", "mail", "letters"));
    }

    private static List<String> tags(Predicate<MatchResult> wrong) {
        return tags(Source.templates().stream(), wrong);
    }

    private static List<String> tags(Stream<Source> templates, Predicate<MatchResult> wrong) {
        return templates.flatMap(template -> template.all(TAG).filter(wrong).map(template::at)).toList();
    }

    private static boolean has(MatchResult tag, String attribute) {
        var names = tag.group(2).replaceAll("=(\"[^\"]*\"|'[^']*')", "=");
        return Pattern.compile("\\s" + Pattern.quote(attribute) + "(?=[\\s=/]|$)").matcher(names).find();
    }

    private static Stream<String> attribute(MatchResult tag, String name) {
        return Pattern.compile("\\s" + Pattern.quote(name) + "=\"([^\"]*)\"").matcher(tag.group(2)).results().map(value -> value.group(1));
    }

    private static boolean isForm(MatchResult tag) {
        return tag.group(1).equals("form");
    }

    private static Source template(String name) {
        var file = Path.of("templates", name + ".html");
        return Files.exists(file) ? Source.of(file) : new Source(file, "");
    }

    private static boolean exists(Source template, String sort, String name) {
        if (template.text().isEmpty() || name == null) {
            return !template.text().isEmpty();
        }
        var where = switch (sort) {
            case "#" -> "\\bid=\"" + name + "\"";
            case "." -> "\\bclass=\"[^\"]*\\b" + name + "\\b";
            default -> "th:fragment=\"" + name + "[\"(\\s]|<" + name + "[\\s>]";
        };
        return Pattern.compile(where).matcher(template.text()).find();
    }
}
