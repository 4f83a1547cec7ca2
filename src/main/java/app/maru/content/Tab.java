package app.maru.content;

import java.util.Locale;

/** What a list's tabs narrow it to: a state, or what stands beside one. */
public enum Tab {
    DRAFT(State.DRAFT), PUBLISHED(State.PUBLISHED), CHANGED(State.CHANGED),
    /** Something is to happen to it at a time. */
    SCHEDULED("scheduled and state <> 'archived'"),
    /** Somebody waits for an answer about it. */
    IN_REVIEW("in_review and state <> 'archived'"),
    ARCHIVED(State.ARCHIVED);

    /** What is true of the tab's entries in the catalogue. */
    final String condition;
    /** Whether each entry stands in just one of these. */
    final boolean ofState;

    Tab(State state) {
        this.condition = "state = '" + state.key() + "'";
        this.ofState = true;
    }

    Tab(String condition) {
        this.condition = condition;
        this.ofState = false;
    }

    /** Its name in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
