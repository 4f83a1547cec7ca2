package app.maru.content;

import java.util.UUID;

/** An entry was to be moved among those of another parent: its own parent has to be changed for that. */
public class OtherParent extends RuntimeException {

    OtherParent(ContentType type, UUID entry) {
        super(type.path() + "/" + entry + " has its place among those of another parent");
    }
}
