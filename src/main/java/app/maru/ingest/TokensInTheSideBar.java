package app.maru.ingest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import app.maru.desk.NavigationItem;

/** Where the tokens stand in the side bar. */
@Configuration(proxyBeanMethods = false)
class TokensInTheSideBar {

    @Bean
    NavigationItem tokensNavigation() {
        return new NavigationItem("people", 30, "/tokens", "tokens.title", "key");
    }
}
