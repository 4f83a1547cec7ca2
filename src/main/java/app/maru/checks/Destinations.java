package app.maru.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.checks.Subject.Link;
import app.maru.checks.Subject.Place;
import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Field;
import app.maru.content.MarkdownText;
import app.maru.content.Snapshot;

/** Where the links of an entry lead inside the site. */
@Repository
class Destinations {

    private final JdbcClient database;
    private final ContentTypes types;

    Destinations(JdbcClient database, ContentTypes types) {
        this.database = database;
        this.types = types;
    }

    private record Mention(String path, Address address) {}

    /** The addresses of entries that the snapshot mentions, without asking where they lead. */
    List<String> addresses(ContentType type, Snapshot snapshot) {
        return Subject.placesOf(type, snapshot).stream().flatMap(this::mentions).map(mention -> mention.address.path()).distinct().toList();
    }

    List<Link> links(List<Place> places) {
        var mentions = places.stream().flatMap(this::mentions).toList();
        if (mentions.isEmpty()) {
            return List.of();
        }
        var targets = targets(new LinkedHashSet<>(mentions.stream().map(Mention::address).toList()));
        return mentions.stream().map(mention -> new Link(mention.path, mention.address, targets.getOrDefault(mention.address, Target.NOTHING))).toList();
    }

    private Stream<Mention> mentions(Place place) {
        return linksIn(place).flatMap(link -> Address.read(types, link).stream()).map(address -> new Mention(place.path(), address)).distinct();
    }

    private static Stream<String> linksIn(Place place) {
        if (place.isMarkdown()) {
            return MarkdownText.references(place.text()).stream().filter(reference -> !reference.image()).map(MarkdownText.Reference::address);
        }
        return place.field().kind() == Field.Kind.LINK ? Stream.of(place.text()) : Stream.of();
    }

    private Map<Address, Target> targets(Collection<Address> addresses) {
        return database.sql("""
                select wanted.type, wanted.name, live.entry_id is not null as live, redirect.target, former.title
                from unnest(:types, :names, :ids) as wanted (type, name, id)
                left join lateral (select entry_id from publications where until_edition is null and access <> 'hidden' and type = wanted.type
                  and (slug = wanted.name or entry_id = wanted.id) limit 1) live on true
                left join lateral (select target from content_redirects where type = wanted.type and slug = wanted.name limit 1) redirect on live.entry_id is null
                left join lateral (select title from publications where access <> 'hidden' and type = wanted.type
                  and (slug = wanted.name or entry_id = wanted.id) order by from_edition desc limit 1) former on live.entry_id is null""")
            .param("types", addresses.stream().map(Address::type).toArray(String[]::new))
            .param("names", addresses.stream().map(Address::name).toArray(String[]::new))
            .param("ids", addresses.stream().map(Address::id).toArray(UUID[]::new))
            .query(Destinations::target).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<Address, Target> target(ResultSet row, int number) throws SQLException {
        var type = row.getString("type");
        var redirect = row.getString("target");
        return Map.entry(new Address(type, row.getString("name")),
            new Target(row.getBoolean("live"), redirect == null ? null : new Address(type, redirect), row.getString("title")));
    }
}
