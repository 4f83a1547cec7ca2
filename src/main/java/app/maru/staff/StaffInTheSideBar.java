package app.maru.staff;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import app.maru.desk.NavigationItem;

/** Where the staff stands in the side bar. */
@Configuration(proxyBeanMethods = false)
class StaffInTheSideBar {

    @Bean
    NavigationItem staffNavigation() {
        return new NavigationItem("people", 20, "/staff", "staff.title", "person-badge");
    }
}
