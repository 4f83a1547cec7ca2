package app.maru.identity;

import static app.maru.identity.Role.ADMIN;
import static app.maru.identity.Role.AUTHOR;
import static app.maru.identity.Role.EDITOR;
import static app.maru.identity.Role.VIEWER;

import java.util.Set;

/** The one table of rights: each right with the roles that have it. */
public enum Right {
    READ(VIEWER, AUTHOR, EDITOR, ADMIN),
    WRITE(AUTHOR, EDITOR, ADMIN),
    PUBLISH(EDITOR, ADMIN),
    ADMINISTER(ADMIN);

    private final Set<Role> roles;

    Right(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** Whether someone of this role has the right. */
    public boolean heldBy(Role role) {
        return roles.contains(role);
    }
}
