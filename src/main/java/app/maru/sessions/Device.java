package app.maru.sessions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * With what somebody came, as far as their browser says: enough to know one's own telephone again, and no more.
 *
 * @param browser its name, if it is known
 * @param system the name of what it runs on, if it is known
 * @param mobile whether it is held in the hand
 */
public record Device(Optional<String> browser, Optional<String> system, boolean mobile) {

    /** The word that tells a browser, those first that also say another's. */
    private static final SequencedMap<String, String> BROWSERS = ordered("KAKAOTALK", "KakaoTalk", "NAVER(", "Naver", "Whale/", "Whale", "SamsungBrowser/", "Samsung Internet",
        "EdgA/", "Edge", "EdgiOS/", "Edge", "Edg/", "Edge", "OPR/", "Opera", "Vivaldi/", "Vivaldi", "CriOS/", "Chrome", "FxiOS/", "Firefox", "Firefox/", "Firefox",
        "Chrome/", "Chrome", "Safari/", "Safari", "curl/", "curl");
    private static final SequencedMap<String, String> SYSTEMS = ordered("iPad", "iPadOS", "iPhone", "iOS", "Android", "Android", "CrOS", "ChromeOS", "Windows", "Windows",
        "Macintosh", "macOS", "Linux", "Linux");

    /** What this user agent tells of it. */
    public static Device of(@Nullable String userAgent) {
        var said = userAgent == null ? "" : userAgent;
        var system = first(SYSTEMS, said);
        return new Device(first(BROWSERS, said), system, said.contains("Mobile") || system.filter("iPadOS"::equals).isPresent());
    }

    /** Browser and system, as far as they are known; empty if neither is. */
    public String name() {
        return Stream.of(browser, system).flatMap(Optional::stream).collect(Collectors.joining(", "));
    }

    private static Optional<String> first(Map<String, String> words, String said) {
        return words.entrySet().stream().filter(word -> said.contains(word.getKey())).map(Map.Entry::getValue).findFirst();
    }

    private static SequencedMap<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
