package app.maru.tasks;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import app.maru.desk.AboutLink;
import app.maru.desk.Command;
import app.maru.desk.ContributedCommands;
import app.maru.desk.NavigationCount;
import app.maru.desk.NavigationItem;
import app.maru.identity.Right;

/** Where the desk leads to tasks from. */
@Configuration(proxyBeanMethods = false)
class TasksOnTheDesk {

    @Bean
    NavigationItem tasksNavigation() {
        return new NavigationItem("desk", 0, "/tasks", "tasks.title", "check2-square");
    }

    @Bean
    ContributedCommands taskCommands() {
        return new ContributedCommands(List.of(Command.to("/tasks/new", "tasks.new", "plus-lg", Right.WRITE)));
    }

    @Bean
    AboutLink taskAboutThis() {
        return new AboutLink("/tasks/new?about=", "tasks.about-this", "check2-square", Right.WRITE);
    }

    @Bean
    NavigationCount tasksOverdue(OverdueTasks overdue) {
        return new NavigationCount("/tasks", "overdue", overdue::count);
    }
}
