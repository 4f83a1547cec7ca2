package app.maru.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A metric as a form has it: every field as text, so that nothing is lost that cannot be stored. */
record MetricForm(Map<String, String> texts) {

    static final String KEY = "key";
    static final String LABEL = "label";
    static final String LABEL_KO = "labelKo";
    static final String CATEGORY = "category";
    static final String KIND = "kind";
    static final String UNIT = "unit";
    static final String TARGET = "target";
    static final String GOOD = "good";
    static final String ABOVE = "above";
    static final String BELOW = "below";
    static final String MISSING = "missing";
    /** The fields in the order of the form. */
    static final List<String> FIELDS = List.of(LABEL, LABEL_KO, KEY, CATEGORY, KIND, UNIT, TARGET, GOOD, ABOVE, BELOW, MISSING);
    /** What can be said of one that Maru measures itself. */
    static final List<String> OF_KNOWN = List.of(TARGET, GOOD, ABOVE, BELOW, MISSING);

    MetricForm {
        texts = Map.copyOf(texts);
    }

    static MetricForm typed(Map<String, String> sent) {
        var texts = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> texts.put(field, sent.getOrDefault(field, "").replace("\0", "").strip()));
        return new MetricForm(texts);
    }

    static MetricForm of(Metric metric) {
        return typed(Map.ofEntries(Map.entry(KEY, metric.key()), Map.entry(LABEL, metric.label()), Map.entry(LABEL_KO, metric.labelKo()), Map.entry(CATEGORY, metric.category()),
            Map.entry(KIND, metric.kind().key()), Map.entry(UNIT, metric.unit()), Map.entry(TARGET, text(metric.target())),
            Map.entry(GOOD, metric.good() == null ? "" : metric.good().key()), Map.entry(ABOVE, text(metric.alert().above())),
            Map.entry(BELOW, text(metric.alert().below())), Map.entry(MISSING, text(metric.alert().missingMinutes()))));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    String text(String field) {
        return texts.getOrDefault(field, "");
    }
}
