package app.maru.sessions;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** The sessions of the desk, put together by hand: what Boot would prepare is a table, a thread and a filter before every request. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionSettings.class)
class SessionsConfiguration {

    @Bean
    SessionRepository<?> deskSessions(JdbcOperations database, SessionText text, SessionSettings settings, NewDevices newDevices, TransactionTemplate transaction) {
        var store = SessionStore.over(database, text, settings);
        return new ThriftySessions<>(store, session -> {
            store.cleanUpExpiredSessions();
            newDevices.look(session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY));
        }, transaction);
    }
}
