package app.maru.histories;

import static app.maru.histories.Mismatch.unlessSame;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.maru.histories.House.Node;

/** Asks as visitors do, and holds what they get against what they should. */
final class SiteLook {

    private static final String ROOT = "/api/v1/";
    private static final JsonMapper JSON = new JsonMapper();

    private final House house;
    private final Model model;
    private final Visitors visitors;
    private final Tally tally;
    private final Map<String, HttpResponse<String>> kept = new TreeMap<>();

    SiteLook(House house, Model model, Tally tally) {
        this.house = house;
        this.model = model;
        this.visitors = new Visitors(model);
        this.tally = tally;
    }

    /** What the node says now; the first one knows of every edition at once. */
    void now(Node node, Kind kind) {
        look(node, kind, null);
    }

    /** What the node says of an edition of the past. */
    void past(Node node, Kind kind, long edition) {
        look(node, kind, edition);
    }

    private void look(Node node, Kind kind, @Nullable Long edition) {
        list(node, kind, edition, "", live -> true);
        if (kind.hasVisibility()) {
            list(node, kind, edition, "&filter[visibility]=legacy", live -> live.text().visibility().equals("legacy"));
        }
        if (kind.isInCategory()) {
            model.pieces.values().stream().filter(piece -> piece.kind() == Kind.CATEGORY).forEach(category -> below(node, kind, category, edition));
            included(node, kind, edition);
        }
        names(kind).forEach(name -> one(node, kind, name, edition));
    }

    private Stream<String> names(Kind kind) {
        var ids = model.pieces.values().stream().filter(piece -> piece.kind() == kind).map(piece -> piece.id.toString());
        return kind.slugged ? Stream.concat(ids, Stream.of(1, 2, 3).map(number -> Change.slug(number, model.history))) : ids;
    }

    private interface Which {
        boolean has(Live live);
    }

    private HttpResponse<String> get(Node node, String address, @Nullable Long edition, String... headers) {
        tally.asked();
        return house.get(node, edition == null ? address : address + (address.contains("?") ? "&" : "?") + "edition=" + edition, headers);
    }

    /** The edition that the answer is of; only a node that was not told may be behind. */
    private Moment moment(Node node, HttpResponse<String> answer, @Nullable Long edition) {
        long number = answer.headers().firstValueAsLong("Edition").orElseThrow(() -> new Mismatch("%s names no edition: %d %s"
            .formatted(answer.uri(), answer.statusCode(), answer.body())));
        if (edition != null || node == Node.FIRST) {
            unlessSame("the edition of " + answer.uri(), edition != null ? edition : (Long) model.moment().number(), number);
        }
        return model.moment(number);
    }

    private void list(Node node, Kind kind, @Nullable Long edition, String filter, Which which) {
        var answer = get(node, ROOT + kind.path + "?limit=100" + filter, edition);
        unlessSame(answer.uri() + " answers", 200, answer.statusCode());
        var moment = moment(node, answer, edition);
        var expected = (filter.contains("visibility") ? moment.visible(kind) : Visitors.listed(moment, kind)).filter(which::has).toList();
        hold(answer, kind, moment, expected, filter.isEmpty());
        if (edition == null && filter.isEmpty()) {
            again(node, answer);
        }
    }

    private void hold(HttpResponse<String> answer, Kind kind, Moment moment, List<Live> expected, boolean whole) {
        var body = JSON.readTree(answer.body());
        var found = new ArrayList<UUID>();
        body.path("data").forEach(entry -> found.add(UUID.fromString(entry.path("id").asString())));
        unlessSame("the entries of " + answer.uri(), titles(expected.stream().map(Live::entry)), titles(found.stream()));
        unlessSame("the total of " + answer.uri(), expected.size(), body.path("page").path("total").asInt());
        unlessSame("the order of " + answer.uri(), "", visitors.wrong(moment, kind, found));
        body.path("data").forEach(entry -> unlessSame("an entry of " + answer.uri(),
            moment.live().get(UUID.fromString(entry.path("id").asString())).json(), said(kind, entry)));
        if (whole) {
            unlessSame("the order that visitors saw before at " + answer.uri(), moment.served().computeIfAbsent(kind, any -> List.copyOf(found)), found);
        }
    }

    private List<String> titles(Stream<UUID> entries) {
        return entries.map(id -> String.valueOf(model.piece(id))).sorted().toList();
    }

    /** Whoever has it already is told so, and whoever has what was there before is not. */
    private void again(Node node, HttpResponse<String> answer) {
        var address = answer.uri().getPath() + "?" + answer.uri().getQuery();
        var before = kept.put(node + address, answer);
        unlessSame("asked again for " + address, 304, get(node, address, null, "If-None-Match", etag(answer)).statusCode());
        if (before != null) {
            unlessSame("asked again with an older copy for " + address, before.body().equals(answer.body()) ? 304 : 200,
                get(node, address, null, "If-None-Match", etag(before)).statusCode());
        }
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("");
    }

    /** The stories of one category, named by its slug and by its id. */
    private void below(Node node, Kind kind, Piece category, @Nullable Long edition) {
        for (var name : new String[] {category.id.toString(), category.text().slug()}) {
            if (name == null) {
                continue;
            }
            var address = ROOT + kind.path + "?limit=100&filter[category]=" + name;
            var answer = get(node, address, edition);
            var moment = edition != null ? model.moment(edition) : node == Node.FIRST ? model.moment()
                : model.moment(get(node, ROOT + kind.path + "?limit=100", null).headers().firstValueAsLong("Edition").orElseThrow());
            var parent = moment.named(Kind.CATEGORY, name);
            unlessSame(address + " answers", parent.isPresent() ? 200 : 400, answer.statusCode());
            if (parent.isPresent()) {
                list(node, kind, edition, "&filter[category]=" + name, live -> parent.get().entry().equals(live.text().category()));
            }
        }
    }

    private void included(Node node, Kind kind, @Nullable Long edition) {
        var answer = get(node, ROOT + kind.path + "?limit=100&include=category", edition);
        var moment = moment(node, answer, edition);
        JSON.readTree(answer.body()).path("data").forEach(entry -> {
            var live = moment.live().get(UUID.fromString(entry.path("id").asString()));
            var category = moment.live().get(live.text().category());
            unlessSame("what is included at " + answer.uri(), category == null ? null : category.json(),
                entry.path("category").isNull() ? null : said(Kind.CATEGORY, entry.path("category")));
        });
    }

    private void one(Node node, Kind kind, String name, @Nullable Long edition) {
        var address = ROOT + kind.path + "/" + name;
        var answer = get(node, address, edition);
        var moment = moment(node, answer, edition);
        var expected = visitors.one(moment, kind, name);
        unlessSame(answer.uri() + " in edition " + moment.number() + " answers", expected.status(), answer.statusCode());
        if (expected.entry() != null) {
            unlessSame(answer.uri() + " says", expected.entry().json(), said(kind, JSON.readTree(answer.body()).path("data")));
        }
        if (expected.slug() != null) {
            unlessSame(answer.uri() + " leads to", ROOT + kind.path + "/" + expected.slug() + (edition == null ? "" : "?edition=" + edition),
                answer.headers().firstValue("Location").orElse(null));
        }
        if (edition != null && answer.statusCode() < 400) {
            unlessSame(answer.uri() + " may be kept", "public, max-age=31536000, immutable", answer.headers().firstValue("Cache-Control").orElse(null));
        }
    }

    /** The part of the JSON that the model vouches for. */
    private static Map<String, @Nullable Object> said(Kind kind, JsonNode entry) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        var names = new LinkedHashMap<String, String>();
        Stream.of("id", "type").forEach(name -> names.put(name, name));
        names.put("title", kind.title);
        names.put("body", kind.body.name());
        if (kind.body.markdown()) names.put("html", kind.body.name() + "Html");
        if (kind.slugged) names.put("slug", "slug");
        if (kind.hasVisibility()) names.put("visibility", "visibility");
        if (kind.canBeInactive()) names.put("active", "isActive");
        if (kind.isInCategory()) names.put("category", "category");
        names.forEach((name, field) -> said.put(name, JSON.convertValue(entry.path(field), Object.class)));
        if (kind.cards != null) {
            said.put("cards", entry.path(kind.cards.name()).valueStream().map(card -> card.path("id").asString() + " " + card.path(kind.cards.label()).asString()).toList());
        }
        Stream.of("publishedAt", "firstPublishedAt", "updatedAt").forEach(name -> said.put(name, entry.path(name).asString()));
        return said;
    }

    /** The list of editions, and what the newest changed. */
    void editions(Node node) {
        var answer = get(node, ROOT + "editions?limit=4", null);
        var moment = moment(node, answer, null);
        var known = model.moments.stream().skip(1).filter(one -> one.number() <= moment.number()).sorted(java.util.Comparator.comparing(Moment::number).reversed())
            .limit(4).map(one -> one.number() + " " + one.at()).toList();
        var found = JSON.readTree(answer.body()).path("data").valueStream().limit(known.size())
            .map(one -> one.path("number").asString() + " " + one.path("createdAt").asString()).toList();
        unlessSame(answer.uri() + " says", known, found);
        if (moment.number() > model.moments.getFirst().number()) {
            changes(node, moment);
        }
    }

    private void changes(Node node, Moment moment) {
        var answer = get(node, ROOT + "editions/" + moment.number(), null);
        var found = JSON.readTree(answer.body()).path("data").path("changes").valueStream()
            .map(change -> "%s %s %s".formatted(change.path("id").asString(), change.path("slug").isNull() ? null : change.path("slug").asString(), change.path("change").asString()))
            .collect(Collectors.toCollection(TreeSet::new));
        unlessSame(answer.uri() + " says", visitors.changes(moment), found);
    }
}
