package app.maru.editing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafProperties;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.Relations;
import app.maru.content.Snapshot;
import app.maru.publishing.Editions;
import app.maru.publishing.Standing;

/**
 * Shows what an entry says as a plain page of the marketing site. A type brings the template of its pages along, below
 * its path; a type without one gets a page of its fields, one after the other.
 */
@Component
class MarketingPages {

    private static final String TEMPLATE = "%s/preview";
    private static final String ANY = "editing/any-preview";
    private static final int USERS = 24;

    private final Set<String> ownTemplates;
    private final ContentTypes types;
    private final Entries entries;
    private final Relations relations;
    private final Editions editions;
    private final ShownContent content;
    private final Words words;

    MarketingPages(ContentTypes types, Entries entries, Relations relations, Editions editions, ShownContent content, Words words,
                   ResourceLoader files, ThymeleafProperties templates) {
        this.ownTemplates = types.all().stream().map(type -> TEMPLATE.formatted(type.path()))
            .filter(name -> files.getResource(templates.getPrefix() + name + templates.getSuffix()).exists()).collect(toSet());
        this.types = types;
        this.entries = entries;
        this.relations = relations;
        this.editions = editions;
        this.content = content;
        this.words = words;
    }

    /**
     * Another entry that points to the one that is shown.
     *
     * @param content what it says, as last saved
     */
    record User(Entry entry, Map<String, @Nullable Object> content) {
    }

    /** The page of the entry, were it to say this. */
    ModelAndView page(ContentType type, UUID id, Snapshot snapshot) {
        var own = TEMPLATE.formatted(type.path());
        var view = new ModelAndView(ownTemplates.contains(own) ? own : ANY).addObject("title", words.title(type.titleOf(snapshot)))
            .addObject("type", type).addObject("content", content.of(type, snapshot)).addObject("users", users(type, id))
            .addObject("since", editions.standing(id).filter(Standing::live).map(Standing::publishedAt).orElse(null));
        return ownTemplates.contains(own) ? view : view.addObject("parts", content.parts(type, snapshot)).addObject("lists", content.lists(type, snapshot));
    }

    /** Who points to it, by the path of their type and in their order there. */
    private Map<String, List<User>> users(ContentType type, UUID id) {
        var users = new LinkedHashMap<String, List<User>>();
        relations.users(type, id, false, USERS).first().stream().collect(groupingBy(Entry::type)).forEach((path, found) -> {
            var their = types.of(path);
            var heads = entries.heads(their, found.stream().map(Entry::id).toList());
            users.put(path, found.stream().filter(user -> heads.containsKey(user.id()))
                .map(user -> new User(user, content.of(their, heads.get(user.id())))).toList());
        });
        return users;
    }
}
