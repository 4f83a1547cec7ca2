package app.maru.social;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** For tests whose Maru asks {@link ProviderServer}; those that ask for the same otherwise share one. */
interface ProvidersAnswer {

    String KEY = "bWFydS10ZXN0LWtleS0wMDAwMDAwMDAwMDAwMDAwMDA=";

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry properties) {
        ProviderServer.settings().forEach((name, value) -> properties.add(name, () -> value));
        properties.add("maru.secrets.key", () -> KEY);
    }
}
