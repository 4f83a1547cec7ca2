package app.maru;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * What OWASP ASVS 5.0.0 demands at levels 1 and 2, and how Maru stands to each requirement: {@code held} by the tests that are named,
 * {@code written} down where the row says, {@code chosen} otherwise, the {@code operator}'s, about something that is not there ({@code none}), or {@code open}.
 */
class AsvsTests {

    private static final Path TABLE = Path.of("src/test/resources/asvs/level-2.csv");
    private static final Path STANDARD = Path.of("src/test/resources/asvs/5.0.0.txt");
    private static final Pattern CRYPTOGRAPHY = Pattern.compile("import (static )?(javax\\.crypto|java\\.security\\.(MessageDigest|SecureRandom|Signature|Key)|.*security\\.crypto|com\\.nimbusds\\.jose\\.crypto)");
    private static final Set<String> STANDS = Set.of("held", "written", "chosen", "operator", "none", "open");

    @Test
    void everyRequirementIsInTheTableOnceAndNoOther() throws IOException {
        assertThat(rows().stream().map(row -> row.requirement + " " + row.level)).containsExactlyElementsOf(Files.readAllLines(STANDARD));
    }

    @Test
    void whatIsHeldNamesItsTestsAndEverythingElseItsReason() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(STANDS).contains(row.stands);
            assertThat(row.stands.equals("held") ? row.tests : List.of(row.words)).as(row.requirement).isNotEmpty().doesNotContain("");
        });
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        var tests = tests();
        assertThat(rows()).allSatisfy(row -> assertThat(row.tests).as(row.requirement).allSatisfy(name -> {
            var parts = name.split("#", 2);
            assertThat(tests).containsKey(parts[0]);
            assertThat(tests.get(parts[0])).containsPattern("\\s" + parts[1] + "\\(");
        }));
    }

    @Test
    void whatIsWrittenStandsWhereTheRowSays() throws IOException {
        assertThat(rows()).filteredOn(row -> row.stands.equals("written")).isNotEmpty().allSatisfy(row -> {
            var place = row.words.replace("\"", "").split(": ", 2);
            assertThat(Files.readString(Path.of(place[0]))).as(row.requirement).contains(place[1]);
        });
    }

    @Test
    void theInventoryOfCryptographyNamesWhateverWorksWithIt() throws IOException {
        var inventory = Files.readString(Path.of("SECURITY.md"));

        assertThat(Source.java()).filteredOn(source -> CRYPTOGRAPHY.matcher(source.text()).find()).hasSizeGreaterThan(10)
            .allSatisfy(source -> assertThat(inventory).contains("`" + source.path().getFileName().toString().replace(".java", "") + "`"));
    }

    private record Row(String requirement, String level, String stands, List<String> tests, String words) {}

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(TABLE).stream().skip(1).map(line -> line.split(",", 5)).map(parts ->
            new Row(parts[0], parts[1], parts[2], Arrays.stream(parts[3].split(" ")).filter(name -> !name.isEmpty()).toList(), parts[4])).toList();
    }

    private static Map<String, String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Tests.java")).collect(toMap(file -> file.getFileName().toString().replace(".java", ""), AsvsTests::read, (one, same) -> one + same));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
