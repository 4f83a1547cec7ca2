package app.maru.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import app.maru.desk.AboutLink;
import app.maru.desk.NavigationItem;
import app.maru.identity.Right;

/** Where the desk leads to the log from: the side bar, and every entry and person. */
@Configuration(proxyBeanMethods = false)
class AuditOnTheDesk {

    @Bean
    NavigationItem auditNavigation() {
        return new NavigationItem("people", 40, "/audit", "audit.title", "shield-check");
    }

    @Bean
    AboutLink auditOfThis() {
        return new AboutLink("/audit?about=", "audit.of-this", "shield-check", Right.ADMINISTER);
    }
}
