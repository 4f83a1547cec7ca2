package app.maru.social;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import app.maru.signin.OtherWay;
import app.maru.signin.Way;

/** What signing in knows of this way. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SocialSettings.class)
class SocialOnTheDesk {

    @Bean
    OtherWay socialWay(Providers providers) {
        return new OtherWay(Way.SOCIAL, "social/buttons", "/sign-in/providers", providers::open);
    }
}
