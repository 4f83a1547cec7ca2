package app.maru.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * By what means, and when last, somebody has proved in their session who they are. Spring Security carries them as the
 * authorities of who is signed in.
 */
public record Proofs(Map<Means, Instant> times) {

    /** Nothing is proved. */
    public static final Proofs NONE = new Proofs(Map.of());

    public Proofs {
        times = Map.copyOf(times);
    }

    /** What whoever this stands for has proved. */
    public static Proofs of(Authentication authentication) {
        if (authentication.getPrincipal() instanceof Halfway half) {
            return half.proofs();
        }
        return new Proofs(Stream.of(Means.values()).flatMap(means -> authentication.getAuthorities().stream().filter(FactorGrantedAuthority.class::isInstance).map(FactorGrantedAuthority.class::cast)
                .filter(factor -> factor.getAuthority().equals(means.proved(Instant.EPOCH).getAuthority())).map(factor -> Map.entry(means, factor.getIssuedAt())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    Collection<FactorGrantedAuthority> authorities() {
        return times.entrySet().stream().map(proof -> proof.getKey().proved(proof.getValue())).toList();
    }

    /** These and one more. */
    public Proofs with(Means means, Instant at) {
        var more = new EnumMap<Means, Instant>(Means.class);
        more.putAll(times);
        more.put(means, at);
        return new Proofs(more);
    }

    /** Whether two factors are proved: a passkey, or something else and what comes on top of it. */
    public boolean areTwoFactors() {
        return times.containsKey(Means.PASSKEY) || times.keySet().stream().anyMatch(Means::isSecond) && !times.keySet().stream().allMatch(Means::isSecond);
    }

    /** When something was proved last. */
    public Optional<Instant> last() {
        return times.values().stream().max(Instant::compareTo);
    }
}
