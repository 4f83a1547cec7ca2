package app.maru.tasks;

/** A task was made, saved, or has come further. */
record TasksChanged() {
}
