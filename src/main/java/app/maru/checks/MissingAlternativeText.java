package app.maru.checks;

import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import app.maru.content.MarkdownText;

/** A picture that says nothing to who cannot see it. */
@Component
class MissingAlternativeText implements Check {

    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.places().stream().filter(Subject.Place::isMarkdown).flatMap(place -> MarkdownText.references(place.text()).stream()
            .filter(reference -> reference.image() && reference.text().isBlank())
            .map(reference -> Finding.warning(place.path(), "MissingAlternativeText", reference.address())));
    }
}
