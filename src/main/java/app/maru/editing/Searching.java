package app.maru.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Listing;
import app.maru.content.Search;
import app.maru.content.Search.Finding;
import app.maru.content.Search.Findings;
import app.maru.desk.Command;
import app.maru.desk.Commands;
import app.maru.editing.SearchResults.Group;
import app.maru.editing.SearchResults.Hit;
import app.maru.editing.SearchResults.Link;
import app.maru.identity.Person;

/** Looks for entries of all types, and for what can be done, by words. */
@Component
class Searching {

    private final Search search;
    private final ContentTypes types;
    private final Commands commands;
    private final MessageSource messages;
    private final Words words;

    Searching(Search search, ContentTypes types, Commands commands, MessageSource messages, Words words) {
        this.search = search;
        this.types = types;
        this.commands = commands;
        this.messages = messages;
        this.words = words;
    }

    /** What this person finds, at most so many entries of each type; without words, all that they can do. */
    SearchResults results(String asked, int each, Person person) {
        var text = asked.strip();
        var possible = commands.of(person).stream().filter(command -> Search.has(names(command), text)).toList();
        var findings = search.find(text, each);
        if (findings.similar() && !possible.isEmpty()) {
            findings = new Findings(List.of(), false, true);
        }
        var groups = groups(findings, text);
        int found = possible.size() + groups.stream().mapToInt(group -> group.hits().size()).sum();
        return new SearchResults(text, groups, possible, findings.complete() ? List.of() : types.all().stream().map(type -> new Link(type, list(type, text))).toList(),
            findings.similar() && !groups.isEmpty(), text.isEmpty() ? "" : words.say("search.found", found));
    }

    /** A command is found by its name in any language of the desk. */
    private String names(Command command) {
        return Stream.of(Locale.ENGLISH, Locale.KOREAN).map(language -> messages.getMessage(command.messageKey(), null, language)).collect(Collectors.joining(" "));
    }

    private List<Group> groups(Findings findings, String text) {
        var found = new LinkedHashMap<ContentType, List<Finding>>();
        findings.found().forEach(finding -> types.at(finding.entry().type())
            .ifPresent(type -> found.computeIfAbsent(type, none -> new ArrayList<>()).add(finding)));
        return found.entrySet().stream().map(one -> group(one.getKey(), one.getValue(), findings, text)).toList();
    }

    private Group group(ContentType type, List<Finding> found, Findings findings, String text) {
        int ofType = found.getFirst().ofType();
        var total = words.say(findings.complete() ? "list.count" : "list.count.more", ofType);
        return new Group(type, total, findings.similar() || ofType <= found.size() ? null : list(type, text),
            found.stream().map(finding -> new Hit(finding.entry(), words.title(finding.entry().title()))).toList());
    }

    private static String list(ContentType type, String text) {
        return EntryList.address(Listing.of(type, Map.of("search", text)));
    }
}
