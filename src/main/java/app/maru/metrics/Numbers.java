package app.maru.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people type them and as they are kept: eighteen figures before the point and six behind it. */
final class Numbers {

    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})");
    private static final int BEHIND = 6;
    private static final int BEFORE = 18;

    private Numbers() {}

    /** What a person typed, also with commas between thousands; empty where it is no number that can be kept. */
    static Optional<BigDecimal> typed(String text) {
        var bare = text.replace('\u2212', '-');
        bare = GROUPED.matcher(bare).matches() ? bare.replace(",", "") : bare;
        return PLAIN.matcher(bare).matches() ? kept(new BigDecimal(bare)) : Optional.empty();
    }

    /** A number as it is kept; empty where it is too large. Asked before it is written out: 1e999999999 must cost nothing. */
    static Optional<BigDecimal> kept(BigDecimal number) {
        if (number.signum() == 0 || number.precision() - (long) number.scale() < -BEHIND) {
            return Optional.of(BigDecimal.ZERO);
        }
        return number.precision() - (long) number.scale() > BEFORE ? Optional.empty()
            : Optional.ofNullable(Definitions.plain(number.setScale(Math.min(BEHIND, Math.max(0, number.scale())), RoundingMode.HALF_EVEN)));
    }
}
