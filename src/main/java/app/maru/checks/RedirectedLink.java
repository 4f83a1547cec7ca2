package app.maru.checks;

import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** A link to an address that an entry used to have: visitors arrive, but by a detour. */
@Component
class RedirectedLink implements Check {

    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.links().stream().filter(link -> link.target().redirect() != null)
            .map(link -> Finding.hint(link.path(), "RedirectedLink", link.address().path(), link.target().redirect().path()));
    }
}
