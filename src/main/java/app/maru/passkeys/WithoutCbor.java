package app.maru.passkeys;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.cbor.JacksonCborHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The library that judges passkeys brings CBOR along; no page of the desk is to be read or answered in it. */
@Configuration(proxyBeanMethods = false)
class WithoutCbor implements WebMvcConfigurer {

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(all -> all.removeIf(JacksonCborHttpMessageConverter.class::isInstance));
    }
}
