package app.maru.metrics;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.maru.metrics.Metric.Direction;

/** What Maru measures by itself, in the order in which it is shown. */
enum Known {
    DELIVERY_REQUESTS("/s", null), DELIVERY_P50("ms", Direction.DOWN), DELIVERY_P99("ms", Direction.DOWN), DELIVERY_HITS("%", Direction.UP),
    DELIVERY_UNCHANGED("%", null), DELIVERY_ERRORS("/min", Direction.DOWN),
    PUBLISHING_LATENCY("ms", Direction.DOWN), PUBLISHING_EDITIONS("", null), PUBLISHING_PENDING("", null), PUBLISHING_LATE("", Direction.DOWN),
    CONTENT_PUBLISHED("", null), CONTENT_CHANGED("", null), CONTENT_DRAFT("", null), CONTENT_ARCHIVED("", null),
    DESK_SESSIONS("", null), DESK_SIGNINS("", null), DESK_REFUSED("", Direction.DOWN),
    BUSINESS_PLANS("", Direction.UP), BUSINESS_PAID("", Direction.UP), BUSINESS_PENDING("", null), BUSINESS_FAILED("", Direction.DOWN),
    BUSINESS_REFUNDED("", Direction.DOWN), BUSINESS_VOID("", null), BUSINESS_PROJECTS("", Direction.UP),
    SYSTEM_NODES("", null), SYSTEM_CPU("%", Direction.DOWN), SYSTEM_HEAP("MB", Direction.DOWN), SYSTEM_THREADS("", null), SYSTEM_DATABASE("MB", null);

    /** Before the code of a currency: what is earned in it each month. */
    static final String REVENUE = "business.mrr.";
    /** Where what is earned stands among the others. */
    static final int REVENUE_ORDER = BUSINESS_PAID.ordinal() * 100 - 50;

    private final String unit;
    private final @Nullable Direction good;

    Known(String unit, @Nullable Direction good) {
        this.unit = unit;
        this.good = good;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    String category() {
        return key().replaceFirst("\\..*", "");
    }

    String unit() {
        return unit;
    }

    @Nullable Direction good() {
        return good;
    }

    int order() {
        return ordinal() * 100;
    }
}
