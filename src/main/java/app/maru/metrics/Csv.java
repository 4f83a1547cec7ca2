package app.maru.metrics;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.maru.desk.CsvText;

/** Metrics as comma-separated values (RFC 4180): moments with their offset, numbers with a point. */
final class Csv {

    private static final String SEPARATOR = ",";
    private static final String END = "\r\n";

    private Csv() {}

    static String of(Series series) {
        var lines = new StringBuilder("from,average,least,most,values").append(END);
        series.points().stream().filter(point -> point.samples() > 0).forEach(point -> lines.append(String.join(SEPARATOR, point.at().toOffsetDateTime().toString(),
            plain(point.average()), plain(point.least()), plain(point.most()), Long.toString(point.samples()))).append(END));
        return lines.toString();
    }

    /** Texts, one for each moment. */
    static String of(List<Sample> samples, ZoneId zone) {
        var lines = new StringBuilder("at,value").append(END);
        samples.forEach(sample -> lines.append(sample.at().atZone(zone).toOffsetDateTime()).append(SEPARATOR).append(CsvText.quoted(String.valueOf(sample.text()))).append(END));
        return lines.toString();
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
