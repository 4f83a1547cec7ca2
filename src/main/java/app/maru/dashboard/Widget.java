package app.maru.dashboard;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A widget on somebody's dashboard, as it is stored; nothing says that anybody still knows its kind.
 *
 * @param key which of the catalogue
 * @param type metric, chart, list or cta
 * @param title what its owner calls it; empty for its name in the catalogue
 * @param config what it shows, by names that its kind knows
 */
record Widget(UUID id, String key, String type, String title, Size size, Map<String, Object> config, boolean pinned) {

    static final String METRIC = "metric";
    static final String CHART = "chart";
    static final String LIST = "list";
    static final String CALL = "cta";

    /** A text of its configuration, if it is one. */
    Optional<String> configured(String name) {
        return config.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** Its address. */
    public String address() {
        return "/dashboard/widgets/" + id;
    }
}
