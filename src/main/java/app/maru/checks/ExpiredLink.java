package app.maru.checks;

import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** A link to what was taken from visitors: an announcement that is over, a page that was unpublished or archived. */
@Component
class ExpiredLink implements Check {

    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.links().stream().filter(link -> !link.target().live() && link.target().redirect() == null && link.target().former() != null)
            .map(link -> Finding.warning(link.path(), "ExpiredLink", link.address().path(), link.target().former()));
    }
}
