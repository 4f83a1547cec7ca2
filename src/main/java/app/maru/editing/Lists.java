package app.maru.editing;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import app.maru.checks.Checks;
import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Entry;
import app.maru.content.Field;
import app.maru.content.Listing;
import app.maru.content.Listings;
import app.maru.content.Relations;
import app.maru.content.Tab;
import app.maru.editing.Filter.Choice;
import app.maru.editing.ListedEntry.Facet;
import app.maru.identity.People;
import app.maru.identity.Person;
import app.maru.publishing.Moving;

/** Draws lists of entries up from their types' descriptions. */
@Component
class Lists {

    private static final int MOST_RELATED = 100;

    private final Listings listings;
    private final SavedViews views;
    private final People people;
    private final Words words;
    private final Relations relations;
    private final ContentTypes types;
    private final Checks checks;

    Lists(Listings listings, SavedViews views, People people, Words words, Relations relations, ContentTypes types, Checks checks) {
        this.checks = checks;
        this.relations = relations;
        this.types = types;
        this.listings = listings;
        this.views = views;
        this.people = people;
        this.words = words;
    }

    /** The page that was asked for; where there is none beyond the entry it names, the first. */
    EntryList list(Listing listing, Person person) {
        var page = listings.page(listing);
        if (page.rows().isEmpty() && listing.from() != null) {
            page = listings.page(listing.begun());
        }
        var names = new HashMap<>(people.names(page.entries().stream().map(Entry::changedBy).filter(Objects::nonNull).collect(toSet())));
        var rows = rows(page, names, person);
        var total = words.say(page.total().exact() ? "list.total" : "list.total.more", page.total().number());
        return new EntryList(page, rows, total, states(listing), counts(page), filters(listing), sorts(listing),
            views.of(person.id(), listing.type().path()), rows.stream().anyMatch(ListedEntry::movable));
    }

    private Map<String, String> counts(Listings.Page page) {
        var words = new HashMap<>(Map.of("", count(page.shown())));
        page.counts().forEach((tab, count) -> words.put(tab.key(), count(count)));
        return words;
    }

    /** Where counting stopped before it found any, nothing is said. */
    private String count(Listings.Count count) {
        return count.exact() ? words.say("list.count", count.number()) : count.number() == 0 ? "" : words.say("list.count.more", count.number());
    }

    private List<ListedEntry> rows(Listings.Page page, Map<UUID, String> names, Person person) {
        var type = page.listing().type();
        var related = relations.titles(page.rows().stream().flatMap(row -> targets(type, row.facets())).collect(toSet()));
        var around = new ArrayList<@Nullable UUID>(page.entries().stream().map(Entry::id).toList());
        var remarks = checks.counts(List.copyOf(around));
        around.addFirst(page.before());
        around.addLast(page.after());
        return IntStream.range(0, page.rows().size()).mapToObj(place -> {
            var row = page.rows().get(place);
            boolean movable = page.listing().isMovable() && person.may(Moving.rightTo(row.entry()));
            return new ListedEntry(row.entry(), words.title(row.entry().title()), names.get(row.entry().changedBy()),
                facets(type, row.facets(), related), isBeside(page, place, -1) ? around.get(place) : null,
                isBeside(page, place, 1) ? around.get(place + 2) : null,
                remarks.getOrDefault(row.entry().id(), 0), movable);
        }).toList();
    }

    /** Whether the neighbour, as far as this page shows it, has its place in the same order. */
    private static boolean isBeside(Listings.Page page, int place, int direction) {
        var within = page.listing().type().within();
        int neighbour = place + direction;
        return within == null || neighbour < 0 || neighbour >= page.rows().size()
            || Objects.equals(page.rows().get(place).facets().get(within.name()), page.rows().get(neighbour).facets().get(within.name()));
    }

    private static Stream<UUID> targets(ContentType type, Map<String, @Nullable Object> values) {
        return type.relations().stream().map(field -> values.get(field.name())).filter(Objects::nonNull).map(value -> UUID.fromString(value.toString()));
    }

    private List<Facet> facets(ContentType type, Map<String, @Nullable Object> values, Map<UUID, String> related) {
        return narrowing(type).map(field -> {
            var value = values.get(field.name());
            var word = field.kind() == Field.Kind.RELATION && value != null ? words.title(related.getOrDefault(UUID.fromString(value.toString()), ""))
                : words.value(field, Words.key(type, field), value);
            return new Facet(words.say(Words.key(type, field)), word, field.kind() != Field.Kind.RELATION && Objects.equals(value, field.initial()));
        }).toList();
    }

    private static Stream<Field> narrowing(ContentType type) {
        return type.fields().stream().filter(Listing::narrows);
    }

    private Filter states(Listing listing) {
        return Filter.of("state", words.say("list.state"), listing.tab() == null ? null : listing.tab().key(),
            Arrays.stream(Tab.values()).map(tab -> new Choice(tab.key(), words.say("state." + tab.key()))).toList());
    }

    private List<Filter> filters(Listing listing) {
        var remarked = Filter.of(Listing.REMARKED, words.say("checks.title"), listing.remarked() ? "found" : null,
            List.of(new Choice("found", words.say("checks.found"))));
        return Stream.concat(narrowing(listing.type()).map(field -> {
            var key = Words.key(listing.type(), field);
            return Filter.of(field.name(), words.say(key), listing.filters().get(field.name()),
                field.kind() == Field.Kind.RELATION ? related(field, listing.filters().get(field.name()))
                    : values(field).map(value -> new Choice(value.toString(), words.value(field, key, value))).toList());
        }), Stream.of(remarked)).toList();
    }

    /** The first of the entries that may be pointed to, and the one that is asked for. */
    private List<Choice> related(Field field, @Nullable String chosen) {
        var choices = new ArrayList<>(listings.page(Listing.of(types.of(field.target()), Map.of()).of(MOST_RELATED)).entries().stream()
            .map(entry -> new Choice(entry.id().toString(), words.title(entry.title()))).toList());
        if (chosen != null && choices.stream().noneMatch(choice -> choice.value().equals(chosen))) {
            choices.add(new Choice(chosen, words.related(chosen)));
        }
        return choices;
    }

    private static Stream<?> values(Field field) {
        return field.kind() == Field.Kind.FLAG ? Stream.of(true, false) : field.choices().stream();
    }

    private Filter sorts(Listing listing) {
        var title = words.say(Words.key(listing.type(), listing.type().title()));
        var usual = listing.type().ordered() ? "order" : "-changed";
        return Filter.of("sort", words.say("list.sort"), listing.parameters().get("sort"),
            Stream.of("order", "title", "-title", "-changed", "changed").filter(order -> listing.type().ordered() || !order.equals("order"))
                .map(order -> new Choice(order.equals(usual) ? "" : order, words.say("list.sort." + order, title))).toList());
    }
}
