package app.maru.identity;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What the operator says about people: whether this is a demo, who the first admin is, and where the desk is reached. */
@ConfigurationProperties("maru")
record IdentityProperties(boolean demo, @Nullable String adminEmail, @Nullable URI baseUrl) {
}
