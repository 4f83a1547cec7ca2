package app.maru.metrics;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import app.maru.desk.Command;
import app.maru.desk.ContributedCommands;
import app.maru.desk.NavigationItem;
import app.maru.identity.Right;

/** Where the desk leads to metrics from. */
@Configuration(proxyBeanMethods = false)
class MetricsOnTheDesk {

    @Bean
    NavigationItem metricsInTheSideBar() {
        return new NavigationItem("desk", 10, "/metrics", "metrics.title", "graph-up");
    }

    @Bean
    ContributedCommands metricCommands() {
        return new ContributedCommands(List.of(Command.to("/metrics/new", "metrics.new", "plus-lg", Right.ADMINISTER)));
    }
}
