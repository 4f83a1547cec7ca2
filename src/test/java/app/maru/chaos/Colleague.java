package app.maru.chaos;

/** Somebody who may sign in and publish. */
record Colleague(String email, String password) {
}
