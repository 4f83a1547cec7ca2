package app.maru.identity;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the rights before every handler. */
@Configuration(proxyBeanMethods = false)
class RightsConfiguration implements WebMvcConfigurer {

    private final RightsInterceptor rights;

    RightsConfiguration(RightsInterceptor rights) {
        this.rights = rights;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(rights);
    }
}
