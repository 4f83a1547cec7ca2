package app.maru.mail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import app.maru.desk.NavigationItem;

/** Where the desk leads to mail from. */
@Configuration(proxyBeanMethods = false)
class MailOnTheDesk {

    @Bean
    NavigationItem mailNavigation() {
        return new NavigationItem("people", 40, "/mail", "mail.title", "envelope");
    }
}
