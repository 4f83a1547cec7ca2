package app.maru.profiles;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;

import org.springframework.context.i18n.LocaleContextHolder;

/** An amount of a currency (ISO 4217). */
public record Money(BigDecimal amount, String currency) {

    /** As the person who looks writes it; by the code where the currency is unknown. */
    @Override
    public String toString() {
        var locale = LocaleContextHolder.getLocale();
        try {
            var format = NumberFormat.getCurrencyInstance(locale);
            var known = Currency.getInstance(currency);
            format.setCurrency(known);
            format.setMaximumFractionDigits(Math.max(0, known.getDefaultFractionDigits()));
            format.setMinimumFractionDigits(format.getMaximumFractionDigits());
            return format.format(amount);
        } catch (IllegalArgumentException unknown) {
            return NumberFormat.getInstance(locale).format(amount) + " " + currency;
        }
    }
}
