package app.maru.desk;

import java.util.List;

/** Commands that a room offers on every page: any room contributes beans of this type. */
public record ContributedCommands(List<Command> commands) {

    public ContributedCommands {
        commands = List.copyOf(commands);
    }
}
