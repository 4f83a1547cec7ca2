package app.maru.dashboard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import app.maru.desk.NavigationItem;

/** Where the desk leads to the dashboard from. */
@Configuration(proxyBeanMethods = false)
class DashboardOnTheDesk {

    @Bean
    NavigationItem dashboardNavigation() {
        return new NavigationItem("desk", -10, "/", "dashboard.title", "house");
    }
}
