package app.maru.identity;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the desk is reached, for links that are read elsewhere: as the operator says, never as a request claims. */
@Component
public class DeskAddress {

    private final IdentityProperties properties;
    private final Environment environment;

    DeskAddress(IdentityProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** The whole address of a path of the desk. */
    public String of(String path) {
        var base = properties.baseUrl() != null ? properties.baseUrl().toString()
            : "http://localhost:" + environment.getProperty("local.server.port", "8080");
        return base.replaceFirst("/+$", "") + path;
    }
}
