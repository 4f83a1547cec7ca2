package app.maru.editing;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, as the editor says it.
 *
 * @param path where in the form; empty for the entry as a whole
 * @param place what the place is called; empty for the entry as a whole
 * @param says what is wrong and how to mend it
 * @param href where in the editor it is; null where there is no such place
 * @param holder another entry that it is about; null when there is none
 */
record Complaint(String path, String place, String says, @Nullable String href, @Nullable Holder holder) {

    /** Where the summary leads to inside the page. */
    public @Nullable String anchor() {
        return href == null ? null : href.substring(href.indexOf('#'));
    }

    /**
     * An entry that stands in the way.
     *
     * @param together the parameter with which both are published in one edition; null where that would not help
     */
    record Holder(String address, String title, @Nullable String together) {}
}
