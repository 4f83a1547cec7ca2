package app.maru.dashboard;

import java.util.List;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** Where people begin who name no page. */
@Controller
@Requires(Right.READ)
class DashboardController {

    private final Widgets widgets;
    private final Catalogue catalogue;
    private final WidgetViews views;
    private final GoalPages goals;

    DashboardController(Widgets widgets, Catalogue catalogue, WidgetViews views, GoalPages goals) {
        this.widgets = widgets;
        this.catalogue = catalogue;
        this.views = views;
        this.goals = goals;
    }

    @GetMapping("/")
    String dashboard(@AuthenticationPrincipal Person person, Model model) {
        model.addAttribute("widgets", views.views(own(person), person)).addAttribute("goals", goals.views(person)).addAttribute("sizes", Size.values())
            .addAttribute("crumbs", List.of());
        return "dashboard/dashboard";
    }

    private List<Widget> own(Person person) {
        var own = widgets.of(person.id());
        if (own.isEmpty() && !widgets.isKnown(person.id())) {
            widgets.begin(person.id(), catalogue.atFirst(person));
            return widgets.of(person.id());
        }
        return own;
    }
}
