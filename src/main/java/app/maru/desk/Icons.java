package app.maru.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Bootstrap's icons, drawn into the page one by one instead of loading all two thousand as a font. An icon says
 * nothing to a screen reader: a word or an accessible name stands beside it.
 */
@Component
class Icons {

    private static final String WHERE = "META-INF/resources/webjars/bootstrap-icons/1.13.1/icons/%s.svg";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern OPENING_TAG = Pattern.compile("<svg[^>]*>");
    private static final String OUR_TAG =
        "<svg class=\"icon\" width=\"16\" height=\"16\" viewBox=\"0 0 16 16\" fill=\"currentColor\" aria-hidden=\"true\">";

    private final Map<String, String> drawn = new ConcurrentHashMap<>();

    /** The icon as markup that may stand in a page as it is; an empty string where there is no such icon. */
    public String svg(String name) {
        if (!NAME.matcher(name).matches()) {
            return "";
        }
        var known = drawn.get(name);
        return known != null ? known : draw(name);
    }


    private String draw(String name) {
        var file = new ClassPathResource(WHERE.formatted(name));
        if (!file.exists()) {
            return "";
        }
        try {
            var svg = file.getContentAsString(StandardCharsets.UTF_8).replaceAll("\\s*\\R\\s*", "");
            var ours = OPENING_TAG.matcher(svg).replaceFirst(OUR_TAG);
            drawn.put(name, ours);
            return ours;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
