package app.maru.social;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the operator says that providers have other addresses than their own, such as a GitHub of the company's. */
@ConfigurationProperties("maru.social")
record SocialSettings(@DefaultValue Map<Provider, Endpoints> endpoints) {

    Endpoints of(Provider provider) {
        return provider.endpoints().with(endpoints.get(provider));
    }
}
