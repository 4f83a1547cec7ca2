package app.maru.identity;

import java.net.URI;

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

    /** Scheme, name and port of it, as browsers say where a page comes from. */
    public String origin() {
        var address = URI.create(of("/"));
        boolean usual = address.getPort() < 0 || address.getPort() == (address.getScheme().equals("https") ? 443 : 80);
        return address.getScheme() + "://" + address.getHost() + (usual ? "" : ":" + address.getPort());
    }

    /** Whether browsers bind keys to it: a name rather than a number, behind TLS unless it is this machine. */
    public boolean bindsKeys() {
        var address = URI.create(origin());
        var host = address.getHost();
        return host != null && !host.matches("[0-9.]+|\\[.*]") && (address.getScheme().equals("https") || host.equals("localhost"));
    }
}
