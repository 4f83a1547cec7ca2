package app.maru.tasks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.web.util.UriComponentsBuilder;

import app.maru.content.SearchWord;
import app.maru.content.Values;

/**
 * Which tasks somebody looks at, and how; all of it stands in the address.
 *
 * @param board whether they stand on the board; else they are a list
 * @param whose whose they are: mine, overdue, or empty for everybody's
 * @param status in the list: a status, any, or empty for what is to be done
 * @param priority a priority, or empty for any
 * @param assignee a person's id, nobody, or empty for anybody
 */
record TaskQuery(boolean board, String whose, String status, String priority, String assignee, String search, int page) {

    static final String MINE = "mine";
    static final String OVERDUE = "overdue";
    static final String NOBODY = "nobody";
    static final String ANY = "any";

    private static final int LONGEST_SEARCH = 200;
    private static final int LAST_PAGE = 10_000;

    /** What an address says; what it says wrongly is as if it did not. */
    static TaskQuery of(Map<String, String> address) {
        var whose = one(address, "whose");
        var status = one(address, "status");
        var search = one(address, "search").strip();
        return new TaskQuery(!one(address, "view").equals("list"), List.of(MINE, OVERDUE).contains(whose) ? whose : "",
            status.equals(ANY) || Status.of(status).isPresent() ? status : "", Priority.of(one(address, "priority")).map(Priority::key).orElse(""),
            Optional.of(one(address, "assignee")).filter(who -> who.equals(NOBODY) || Values.isId(who)).orElse(""),
            Values.storable(search.substring(0, Math.min(search.length(), LONGEST_SEARCH))), page(one(address, "page")));
    }

    private static String one(Map<String, String> address, String name) {
        return address.getOrDefault(name, "");
    }

    private static int page(String text) {
        return text.matches("[0-9]{1,5}") ? Math.clamp(Integer.parseInt(text), 1, LAST_PAGE) : 1;
    }

    /** Whether it leaves out some of what is to be done. */
    public boolean isNarrowed() {
        return !(whose + status + priority + assignee + search).isEmpty();
    }

    /** Its own address. */
    public String address() {
        return address(board, page);
    }

    /** The same tasks on the board or as a list. */
    public String as(boolean onBoard) {
        return address(onBoard, 1);
    }

    /** Another page of the list. */
    public String turned(int to) {
        return address(board, to);
    }

    /** Everything of one status, as a list. */
    public String all(Status of) {
        return new TaskQuery(false, whose, of.key(), priority, assignee, search, 1).address();
    }

    private String address(boolean onBoard, int of) {
        var address = UriComponentsBuilder.fromPath("/tasks");
        parameters(onBoard, of).forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(new HashMap<String, Object>(parameters(onBoard, of))).toUriString();
    }

    private Map<String, String> parameters(boolean onBoard, int of) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("view", onBoard ? "" : "list");
        parameters.put("whose", whose);
        parameters.put("status", onBoard ? "" : status);
        parameters.put("priority", priority);
        parameters.put("assignee", assignee);
        parameters.put("search", search);
        parameters.put("page", of > 1 ? Integer.toString(of) : "");
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    /** What has to hold of a task, whatever its status and whosever it is, with the values put beside. */
    String condition(Map<String, Object> values) {
        var conditions = new ArrayList<>(List.of("true"));
        if (!priority.isEmpty()) {
            values.put("priority", priority);
            conditions.add("priority = :priority");
        }
        if (assignee.equals(NOBODY)) {
            conditions.add("assignee_profile_id is null");
        } else if (!assignee.isEmpty()) {
            values.put("assignee", UUID.fromString(assignee));
            conditions.add("assignee_profile_id = :assignee");
        }
        SearchWord.of(search).forEach(word -> conditions.add(word.condition(values)));
        return String.join(" and ", conditions);
    }

    /** Which of mine, overdue and everybody's it asks for. */
    String ofWhom() {
        return switch (whose) {
            case MINE -> "assignee_profile_id = :me";
            case OVERDUE -> "due_at < :now and admin_tasks.status in ('open', 'in_progress')";
            default -> "true";
        };
    }
}
