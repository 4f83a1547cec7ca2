package app.maru.content;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import app.maru.content.Snapshot.Item;

/** A place in an entry, by its path: a root field, a child as a whole, or a field of a child. */
record Place(ContentType type, String path) {

    /**
     * @throws NoSuchEntry when entries of the type have no such place
     */
    Place {
        if (!Form.isField(type, path) && Paths.card(path).flatMap(card -> type.child(card.children())).isEmpty()) {
            throw new NoSuchEntry("place " + path + " in " + type.path());
        }
    }

    /** The entry as it is now, with this place as it was: what was not there is gone, and what stood elsewhere stands there again. */
    Snapshot taken(Snapshot now, Snapshot old) {
        var card = Paths.card(path);
        var field = Paths.child(path);
        if (card.isPresent()) {
            return child(card.get().children(), card.get().id(), now, old);
        }
        return field.isPresent() ? field(field.get(), now, old) : now.with(path, old.value(path));
    }

    private static Snapshot field(Paths.ChildPath at, Snapshot now, Snapshot old) {
        var was = old.item(at.children(), at.id());
        if (was.isEmpty() || now.item(at.children(), at.id()).isEmpty()) {
            return child(at.children(), at.id(), now, old);
        }
        var value = was.get().fields().get(at.field());
        return now.with(at.children(), now.items(at.children()).stream().map(item -> item.id().equals(at.id()) ? item.with(at.field(), value) : item).toList());
    }

    private static Snapshot child(String children, UUID id, Snapshot now, Snapshot old) {
        var items = new ArrayList<>(now.items(children));
        items.removeIf(item -> item.id().equals(id));
        old.item(children, id).ifPresent(was -> items.add(behind(old.items(children), was, items), was));
        return now.with(children, List.copyOf(items));
    }

    /** Behind the nearest of those that came before it and are still there. */
    private static int behind(List<Item> old, Item was, List<Item> now) {
        var ids = now.stream().map(Item::id).toList();
        return old.subList(0, old.indexOf(was)).reversed().stream().mapToInt(item -> ids.indexOf(item.id())).filter(place -> place >= 0).findFirst().orElse(-1) + 1;
    }
}
