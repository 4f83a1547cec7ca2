package app.maru.events;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import app.maru.desk.Streams;
import app.maru.desk.Topic;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** The stream of what happened, and what has come in since somebody looks at it. */
@Controller
@RequestMapping("/events")
@Requires(Right.ADMINISTER)
class EventsController {

    private final EventsPages pages;
    private final RecentEvents events;
    private final Streams streams;
    private final Topic topic;

    EventsController(EventsPages pages, RecentEvents events, Streams streams) {
        this.pages = pages;
        this.events = events;
        this.streams = streams;
        this.topic = new Topic("events", events::newest);
    }

    @GetMapping
    String events(@RequestParam Map<String, String> parameters, @AuthenticationPrincipal Person person, Model model) {
        model.addAttribute("page", pages.page(EventQuery.of(parameters), person)).addAttribute("crumbs", List.of());
        return "events/events";
    }

    /** How much has come in since the page was made. */
    @GetMapping("/news")
    String news(@RequestParam Map<String, String> parameters, @AuthenticationPrincipal Person person, Model model) {
        var query = EventQuery.of(parameters);
        model.addAttribute("query", query).addAttribute("counted", RecentEvents.COUNTED)
            .addAttribute("newer", events.newer(query, person.zone(), Mark.of(parameters.getOrDefault("since", "")).orElse(null)));
        return "events/events :: news";
    }

    /** Tells that something has happened; what it was is asked for. */
    @GetMapping("/stream")
    void stream(HttpServletRequest request, HttpServletResponse response) {
        streams.open(topic, request, response);
    }
}
