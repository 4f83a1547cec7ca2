package app.maru.profiles;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import app.maru.desk.NavigationItem;

/** Where the people stand in the side bar. */
@Configuration(proxyBeanMethods = false)
class Place {

    @Bean
    NavigationItem profilesInTheSideBar() {
        return new NavigationItem("people", 10, "/profiles", "profiles.title", "person-vcard");
    }
}
