package app.maru.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes values with their units in the language of the person who reads them. */
@Component("figures")
public class Figures {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Pattern CLINGS = Pattern.compile("[%‰°].*|[/].*");

    Figures() {
    }

    /** A value with its unit: three figures that count, more before the point. A currency's code is written as money. */
    public String write(BigDecimal value, String unit) {
        var currency = currency(unit);
        return currency == null ? number(value) + (unit.isEmpty() || CLINGS.matcher(unit).matches() ? "" : " ") + unit : money(value, currency);
    }

    /** The same of a plain number. */
    public String write(double value, String unit) {
        return write(BigDecimal.valueOf(value), unit);
    }

    /** A number without a unit. */
    public String number(BigDecimal value) {
        var format = NumberFormat.getInstance(LocaleContextHolder.getLocale());
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMaximumFractionDigits(decimals(value.abs()));
        return format.format(value);
    }

    private static int decimals(BigDecimal size) {
        if (size.signum() == 0) {
            return 0;
        }
        int before = size.precision() - size.scale();
        return Math.clamp(3 - before, 0, 6);
    }

    /** Which way a value has gone from another: 1, -1, or 0 where it is less than a hundredth. */
    static int way(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        if (now == null || before == null) {
            return 0;
        }
        var change = now.subtract(before);
        return change.abs().movePointRight(2).compareTo(before.abs()) < 0 ? 0 : change.signum();
    }

    /** How far a value has come from another, in percent with its sign; null where there is nothing to compare with. */
    public @Nullable String change(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        if (now == null || before == null || before.signum() == 0) {
            return null;
        }
        var change = now.subtract(before).divide(before.abs(), 4, RoundingMode.HALF_UP);
        var format = NumberFormat.getPercentInstance(LocaleContextHolder.getLocale());
        format.setMaximumFractionDigits(change.abs().compareTo(BigDecimal.ONE) < 0 ? 1 : 0);
        return (change.signum() > 0 ? "+" : change.signum() < 0 ? "\u2212" : "\u00b1") + format.format(change.abs());
    }

    private static @Nullable Currency currency(String unit) {
        try {
            return CODE.matcher(unit).matches() ? Currency.getInstance(unit) : null;
        } catch (IllegalArgumentException another) {
            return null;
        }
    }

    private static String money(BigDecimal value, Currency currency) {
        var format = NumberFormat.getCurrencyInstance(LocaleContextHolder.getLocale());
        format.setCurrency(currency);
        format.setMaximumFractionDigits(Math.max(0, currency.getDefaultFractionDigits()));
        format.setMinimumFractionDigits(format.getMaximumFractionDigits());
        return format.format(value);
    }
}
