package app.maru.sessions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

import app.maru.identity.Halfway;
import app.maru.identity.Means;
import app.maru.identity.Origin;
import app.maru.identity.Person;
import app.maru.identity.Proofs;
import app.maru.identity.SignedIn;

/**
 * What a session keeps, as JSON. Two versions of Maru may share a session: what one of them cannot read is not there for it,
 * which costs a message that the next page was to say, and never a page.
 */
@Component
class SessionText {

    private static final Logger LOG = LoggerFactory.getLogger(SessionText.class);
    private static final int LONGEST_USER_AGENT = 1000;

    private final JsonMapper json = JsonMapper.builder().activateDefaultTyping(BasicPolymorphicTypeValidator.builder()
        .allowIfSubType("app.maru.").allowIfSubType("java.util.").allowIfSubType("java.time.").build(), DefaultTyping.JAVA_LANG_OBJECT).build();

    /** One of them is there. */
    record Kept(@Nullable Who person, @Nullable Map<String, Long> proofs, @Nullable List<Flash> flashes) {}

    /** The person, as the database has them. */
    record Who(UUID id, String name, String email, String role, @Nullable String locale, @Nullable String theme, String timezone, @Nullable Boolean provesTwice) {}

    /** What a page hands to the next one, and which page that is. */
    record Flash(@Nullable String path, Map<String, List<String>> parameters, long expires, Map<String, Object> attributes) {}

    /** Who signed in, from where, and when they proved by what that it is they. */
    record Whose(UUID person, @Nullable String address, @Nullable String userAgent, Map<String, Long> proofs) {}

    String whose(SecurityContext context) {
        var authentication = context.getAuthentication();
        if (authentication == null) {
            throw new IllegalStateException("Only people have sessions");
        }
        var person = switch (authentication.getPrincipal()) {
            case Person whole -> whole;
            case Halfway half -> half.person();
            case Object other -> throw new IllegalStateException("Only people have sessions, no " + other.getClass());
        };
        var origin = authentication.getDetails() instanceof Origin from ? from : null;
        return json.writeValueAsString(new Whose(person.id(), origin == null ? null : origin.address(), origin == null ? null : userAgent(origin), times(Proofs.of(authentication))));
    }

    private static @Nullable String userAgent(Origin origin) {
        var agent = origin.userAgent();
        return agent == null ? null : agent.substring(0, Math.min(agent.length(), LONGEST_USER_AGENT)).replace("\0", "");
    }

    byte[] written(Object attribute) {
        return switch (attribute) {
            case SecurityContext whoIsAColumn -> new byte[0];
            case List<?> flashes -> json.writeValueAsBytes(new Kept(null, null, flashes.stream().map(FlashMap.class::cast).map(SessionText::flash).toList()));
            default -> throw new IllegalStateException("A session keeps no " + attribute.getClass());
        };
    }

    @Nullable Object read(byte[] text) {
        try {
            var kept = json.readValue(text, Kept.class);
            return kept.person != null ? context(kept.person, proofs(kept.proofs)) : kept.flashes == null ? null : new ArrayList<>(kept.flashes.stream().map(SessionText::flashMap).toList());
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.info("Part of a session is of another version and left out: {}", e.getMessage().lines().findFirst().orElse(""));
            return null;
        }
    }

    private static Map<String, Long> times(Proofs proofs) {
        return proofs.times().entrySet().stream().collect(Collectors.toMap(proof -> proof.getKey().wireName(), proof -> proof.getValue().toEpochMilli()));
    }

    private static Proofs proofs(@Nullable Map<String, Long> times) {
        var known = new EnumMap<Means, Instant>(Means.class);
        Objects.requireNonNullElse(times, Map.<String, Long>of()).forEach((name, at) -> Means.named(name).ifPresent(means -> known.put(means, Instant.ofEpochMilli(at))));
        return new Proofs(known);
    }

    private static SecurityContext context(Who who, Proofs proofs) {
        var person = Person.of(who.id, who.name, who.email, who.role, who.locale, who.theme, who.timezone);
        return new SecurityContextImpl(SignedIn.standing(person, proofs, Boolean.TRUE.equals(who.provesTwice)));
    }

    private static Flash flash(FlashMap map) {
        return new Flash(map.getTargetRequestPath(), Map.copyOf(map.getTargetRequestParams()), map.getExpirationTime(), Map.copyOf(map));
    }

    private static FlashMap flashMap(Flash flash) {
        var map = new FlashMap();
        map.setTargetRequestPath(flash.path);
        flash.parameters.forEach((name, values) -> values.forEach(value -> map.addTargetRequestParam(name, value)));
        map.setExpirationTime(flash.expires);
        map.putAll(flash.attributes);
        return map;
    }
}
