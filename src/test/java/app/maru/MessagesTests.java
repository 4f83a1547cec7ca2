package app.maru;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class MessagesTests {

    /** {@code #{key}} and {@code #{key(…)}}. */
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z][\\w.-]*)[({}]");
    /** {@code #{|trouble.${…}.help|}}: some part of the key is decided while the page is made. */
    private static final Pattern MADE_IN_TEMPLATE = Pattern.compile("#\\{\\|([^|]*)\\|");
    private static final Pattern STRING = Pattern.compile("\"([^\"\\\\\\n]+)\"");
    private static final Pattern KEY = Pattern.compile("[a-z][\\w-]*(\\.[\\w-]+)+");
    private static final Pattern CONTENT_TYPE = Pattern.compile("@Content\\(\\s*path\\s*=\\s*\"([^\"]+)\"");

    private final Map<String, String> english = messages("");
    private final Map<String, String> korean = messages("_ko");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(english.keySet().stream().filter(key -> !korean.containsKey(key))).as("only in English").isEmpty();
        assertThat(korean.keySet().stream().filter(key -> !english.containsKey(key))).as("only in Korean").isEmpty();
        assertThat(Stream.of(english, korean).flatMap(words -> words.entrySet().stream()).filter(word -> word.getValue().isBlank())).isEmpty();
    }

    @Test
    void bothLanguagesNameTheSameArguments() {
        assertThat(english.keySet().stream().filter(korean::containsKey)
            .filter(key -> !arguments(english.get(key)).equals(arguments(korean.get(key))))).isEmpty();
    }

    @Test
    void noKeyIsDefinedTwice() throws IOException {
        for (var file : List.of("messages", "messages_ko")) {
            var keys = Files.readAllLines(Path.of("src/main/resources/" + file + ".properties")).stream()
                .filter(line -> line.matches("[\\w.-]+\\s*=.*")).map(line -> line.replaceFirst("\\s*=.*", "")).toList();
            assertThat(keys).as(file).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyKeyThatIsSaidExists() {
        var missing = new ArrayList<String>();
        Source.templates().forEach(template -> {
            template.all(IN_TEMPLATE).filter(key -> !english.containsKey(key.group(1))).map(template::at).forEach(missing::add);
            template.all(MADE_IN_TEMPLATE).filter(key -> english.keySet().stream().noneMatch(made(key.group(1)))).map(template::at).forEach(missing::add);
        });
        var topics = english.keySet().stream().map(MessagesTests::topic).collect(Collectors.toSet());
        Source.java().forEach(source -> source.all(STRING)
            .filter(text -> KEY.matcher(text.group(1)).matches() && topics.contains(topic(text.group(1))) && !begins(text.group(1)))
            .map(source::at).forEach(missing::add));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyThatExistsIsSaid() {
        var said = new TreeSet<String>();
        var made = new ArrayList<Predicate<String>>();
        Source.templates().forEach(template -> {
            template.all(IN_TEMPLATE).forEach(key -> said.add(key.group(1)));
            template.all(MADE_IN_TEMPLATE).forEach(key -> made.add(made(key.group(1))));
        });
        Stream.concat(Source.java().stream(), Source.templates().stream()).forEach(source -> source.all(Pattern.compile("[\"']([^\"'\\\\\\n]+)[\"']")).map(text -> text.group(1)).forEach(text -> {
            said.add(text);
            if (text.endsWith(".") && text.length() > 2) {
                made.add(key -> key.startsWith(text));
            }
        }));
        var contentTypes = Source.java().stream().flatMap(source -> source.all(CONTENT_TYPE)).map(type -> type.group(1).replace('/', '.')).toList();
        assertThat(english.keySet().stream().filter(key -> !said.contains(key))
            .filter(key -> made.stream().noneMatch(rule -> rule.test(key)))
            .filter(key -> contentTypes.stream().noneMatch(type -> key.equals(type) || key.startsWith(type + ".")))).isEmpty();
    }

    private boolean begins(String text) {
        return english.keySet().stream().anyMatch(key -> key.equals(text) || key.startsWith(text + "."));
    }

    private static Predicate<String> made(String pattern) {
        var parts = Stream.of(pattern.split("\\$\\{[^}]*}", -1)).map(Pattern::quote).toList();
        return Pattern.compile(String.join("[\\w.-]+", parts)).asMatchPredicate();
    }

    private static String topic(String key) {
        return key.substring(0, key.indexOf('.') < 0 ? key.length() : key.indexOf('.'));
    }

    private static Set<String> arguments(String words) {
        return Pattern.compile("\\{(\\d+)").matcher(words).results().map(argument -> argument.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> messages(String language) {
        var words = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/messages" + language + ".properties"))) {
            words.load(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return words.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, words::getProperty));
    }
}
