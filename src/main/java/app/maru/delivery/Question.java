package app.maru.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.maru.content.ContentTypes;

/** A request understood: what it names, in which edition, with which parameters. */
record Question(Address address, Pin pin, Parameters parameters) {

    static final String ROOT = "/api/v1";
    private static final List<String> PINNING = List.of("edition", "minEdition");
    private static final List<String> PAGING = List.of("limit", "cursor", "edition", "minEdition");
    private static final List<String> SELECTING = List.of("fields", "include", "edition", "minEdition");

    /** What the path and query ask; whoever asks for what does not exist gets an answer that says so. */
    static Question of(String path, @Nullable String query, ContentTypes types) {
        var address = address(path, types).orElseThrow(() -> new Refusal(Problem.notFound(nothingAt(path, types))));
        var parameters = Parameters.of(query).only(allowed(address));
        return new Question(address, Pin.of(parameters), parameters);
    }

    /** Whether an edition is asked for by its number. */
    boolean pinned() {
        return pin.edition() != null;
    }

    /** The newest edition that must be known to answer. */
    long reaches() {
        long named = address instanceof Address.Past past ? past.edition() : 0;
        return Math.max(named, pin.edition() == null ? 0 : pin.edition());
    }

    /** The address of the next page: the same question at the same edition, from the cursor on. */
    String next(String address, String cursor, long edition) {
        var others = parameters.without(List.of("cursor", "edition", "minEdition"));
        return address + "?" + (others.isEmpty() ? "" : others + "&") + "edition=" + edition + "&cursor=" + cursor;
    }

    /** The same question of another address. */
    String at(String address) {
        return parameters.raw().isEmpty() ? address : address + "?" + parameters.without(List.of());
    }

    private static Optional<Address> address(String path, ContentTypes types) {
        if (path.equals(ROOT)) {
            return Optional.of(new Address.Root());
        }
        var below = path.substring(ROOT.length() + 1);
        if (below.equals("editions")) {
            return Optional.of(new Address.History());
        }
        if (below.startsWith("editions/")) {
            return Optional.of(new Address.Past(Pin.number("editions/{number}", below.substring("editions/".length()))));
        }
        return types.at(below).<Address>map(Address.Entries::new).or(() -> entry(below, types));
    }

    private static Optional<Address> entry(String below, ContentTypes types) {
        int slash = below.lastIndexOf('/');
        return slash < 0 || slash == below.length() - 1 ? Optional.empty()
            : types.at(below.substring(0, slash)).map(type -> new Address.Entry(type, below.substring(slash + 1)));
    }

    private static String nothingAt(String path, ContentTypes types) {
        var addresses = new ArrayList<>(List.of(ROOT, ROOT + "/editions"));
        types.all().forEach(type -> addresses.add(ROOT + "/" + type.path()));
        return "There is nothing at " + path + "."
            + Meant.by(path, addresses).map(meant -> " Did you mean " + meant + "?").orElse(" See " + ROOT + ".");
    }

    private static List<String> allowed(Address address) {
        return switch (address) {
            case Address.Root root -> PINNING;
            case Address.Entries entries -> ListQuery.PARAMETERS;
            case Address.Entry entry -> SELECTING;
            case Address.History history -> PAGING;
            case Address.Past past -> PAGING;
        };
    }
}
