package app.maru.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import app.maru.desk.NavigationItem;

/** Where the desk leads to the ways in from. */
@Configuration(proxyBeanMethods = false)
class WaysOnTheDesk {

    @Bean
    NavigationItem waysNavigation() {
        return new NavigationItem("people", 20, "/sign-in/ways", "signin.ways", "door-open");
    }
}
