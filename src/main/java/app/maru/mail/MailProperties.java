package app.maru.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator says about mail, beside {@code spring.mail.*}.
 *
 * @param from who it comes from, such as {@code Maru <desk@company.example>}
 * @param send whether this node sends mails too
 */
@ConfigurationProperties("maru.mail")
record MailProperties(@Nullable String from, boolean send) {
}
