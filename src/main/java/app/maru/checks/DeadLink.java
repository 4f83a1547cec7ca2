package app.maru.checks;

import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** A link inside the site behind which visitors find nothing, and never did. */
@Component
class DeadLink implements Check {

    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.links().stream().filter(link -> !link.target().live() && link.target().redirect() == null && link.target().former() == null)
            .map(link -> Finding.warning(link.path(), "DeadLink", link.address().path()));
    }
}
