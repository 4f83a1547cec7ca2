package app.maru.mail;

/** A letter in its words: each as text for those who read that, and as a page. */
record Written(String subject, String text, String html) {

    private static final int LONGEST_SUBJECT = 200;

    /** A subject is one line, whatever a name in it brings along: what follows a line break would be read as a header. */
    Written {
        subject = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        subject = subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
    }
}
