package app.maru.delivery;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** What follows the question mark: names and values, the values not decoded yet, so that an encoded comma is no separator. */
record Parameters(Map<String, String> raw) {

    private static final char NOTHING = '\0';
    private static final char NOT_UTF_8 = '\uFFFD';

    static Parameters of(@Nullable String query) {
        var raw = new LinkedHashMap<String, String>();
        if (query != null) {
            Arrays.stream(query.split("&")).filter(part -> !part.isEmpty()).forEach(part -> add(raw, part));
        }
        return new Parameters(raw);
    }

    private static void add(Map<String, String> raw, String part) {
        int equals = part.indexOf('=');
        var name = decode(equals < 0 ? part : part.substring(0, equals));
        if (raw.put(name, equals < 0 ? "" : part.substring(equals + 1)) != null) {
            throw Refusal.bad("repeated_parameter", "'" + name + "' is given more than once. Several values are separated by commas.");
        }
    }

    /** Refuses names other than these; those with brackets are checked by whoever knows what may stand in them. */
    Parameters only(Collection<String> allowed) {
        raw.keySet().stream().filter(name -> allowed.stream().noneMatch(known -> matches(name, known))).findFirst().ifPresent(name -> {
            throw Refusal.unknown("parameter", name, allowed);
        });
        return this;
    }

    private static boolean matches(String name, String known) {
        int bracket = known.indexOf('[');
        return bracket < 0 ? name.equals(known) : name.startsWith(known.substring(0, bracket + 1)) && name.endsWith("]");
    }

    Optional<String> one(String name) {
        return Optional.ofNullable(raw.get(name)).map(Parameters::decode).map(value -> present(name, value));
    }

    List<String> several(String name) {
        var value = raw.get(name);
        return value == null ? List.of() : Arrays.stream(value.split(",", -1)).map(Parameters::decode).map(part -> present(name, part)).toList();
    }

    /** All of them but these, encoded again for an address. */
    String without(Collection<String> names) {
        return raw.keySet().stream().filter(name -> !names.contains(name))
            .map(name -> encode(name) + "=" + several(name).stream().map(Parameters::encode).collect(Collectors.joining(",")))
            .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String present(String name, String value) {
        if (value.isEmpty()) {
            throw Refusal.bad("missing_value", "'" + name + "' lacks a value.");
        }
        return value;
    }

    private static String decode(String text) {
        try {
            var decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf(NOTHING) < 0 && decoded.indexOf(NOT_UTF_8) < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Refusal.bad("malformed_query", "'" + text + "' is not percent-encoded UTF-8 text.");
    }
}
