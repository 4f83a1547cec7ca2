package app.maru.checks;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.Rules;
import app.maru.content.Several;
import app.maru.content.Snapshot;
import app.maru.content.WorkingCopy;

/** All checks, and what they found. */
@Component
public class Checks {

    private final List<Check> checks;
    private final Rules rules;
    private final Destinations destinations;
    private final CheckResults results;
    private final Entries entries;

    Checks(List<Check> checks, Rules rules, Destinations destinations, CheckResults results, Entries entries) {
        this.entries = entries;
        this.checks = checks;
        this.rules = rules;
        this.destinations = destinations;
        this.results = results;
    }

    /** What all checks find now: first what stands in the way of publishing, then the rest in the order of the form. */
    public Checked of(ContentType type, Snapshot snapshot) {
        return of(Subject.of(type, snapshot, destinations));
    }

    Checked of(Subject subject) {
        var places = subject.places().stream().map(Subject.Place::path).toList();
        return new Checked(Stream.concat(rules.problems(subject.type(), subject.snapshot()).stream().map(Finding::error),
            checks.stream().flatMap(check -> check.findings(subject)).sorted(Comparator.comparing(finding -> places.indexOf(finding.path()))))
            .toList());
    }

    /** What was found in the entry as last saved; looked at now where that has not been done in the background yet. */
    public Checked of(WorkingCopy copy) {
        return results.current(copy.entry()).orElseGet(() -> of(copy.type(), copy.snapshot()));
    }

    /** Those of the entries, as last saved, that whoever publishes them is warned of. */
    public Set<UUID> warnedOf(ContentType type, Collection<UUID> ids) {
        var known = results.warnings(ids);
        var warned = known.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).collect(Collectors.toSet());
        entries.heads(type, ids.stream().filter(id -> !known.containsKey(id)).toList()).forEach((id, snapshot) -> {
            if (!of(type, snapshot).warnings().isEmpty()) {
                warned.add(id);
            }
        });
        return warned;
    }

    /** Who links to the entry, by an address that it has or had. */
    public Several linking(Entry entry, int most) {
        return several(results.linking(entry, most));
    }

    /** To whom the entry links, in the order of its form. */
    public Several linked(Entry entry, int most) {
        return several(results.linked(entry, most));
    }

    private Several several(CheckResults.Found found) {
        var known = entries.find(found.first());
        return new Several(found.first().stream().map(known::get).filter(Objects::nonNull).toList(), found.total());
    }

    /** How many errors and warnings were found in each of the entries as last looked at; those without any are left out. */
    public Map<UUID, Integer> counts(Collection<UUID> entries) {
        return results.counts(entries);
    }
}
