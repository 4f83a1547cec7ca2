package app.maru.checks;

import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** A title that search engines cut off. Only what has an address of its own is found by them. */
@Component
class LongTitle implements Check {

    private static final int SHOWN = 60;

    @Override
    public Stream<Finding> findings(Subject subject) {
        var title = subject.type().titleOf(subject.snapshot()).strip();
        int length = title.codePointCount(0, title.length());
        return subject.type().slug() == null || length <= SHOWN ? Stream.of()
            : Stream.of(Finding.warning(subject.type().title().name(), "LongTitle", Integer.toString(SHOWN), Integer.toString(length)));
    }
}
