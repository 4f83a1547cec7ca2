package app.maru.dashboard;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.maru.desk.Chart;

/**
 * A widget as it is shown.
 *
 * @param title how its owner, or else the catalogue, calls it
 * @param href where all of it is; null where that is nowhere
 */
record WidgetView(Widget widget, String title, String icon, @Nullable String href, Content content) {

    /** What a widget shows. */
    sealed interface Content {

        /** The name of the fragment that draws it. */
        String kind();

        /** A list, of which nothing may be there. */
        record Rows(String key, List<Row> rows) implements Content {
            @Override
            public String kind() {
                return Widget.LIST;
            }
        }

        /** A value; without one nothing was measured yet. */
        record Value(@Nullable String value, @Nullable String trend, @Nullable String target, String spark) implements Content {
            @Override
            public String kind() {
                return Widget.METRIC;
            }
        }

        /** A course of time, with the same as a table. */
        record Course(Chart chart) implements Content {
            @Override
            public String kind() {
                return Widget.CHART;
            }
        }

        /** Something to do. */
        record Call() implements Content {
            @Override
            public String kind() {
                return Widget.CALL;
            }
        }

        /** Nothing that can be shown, and why: the last part of its message key. */
        record Nothing(String why) implements Content {
            @Override
            public String kind() {
                return "nothing";
            }
        }
    }
}
