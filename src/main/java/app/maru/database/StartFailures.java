package app.maru.database;

import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one sentence why a start failed, where one sentence is all there is to say. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger("app.maru.Maru");

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> sentence = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> sentence(cause).stream())
                .findFirst();
        sentence.ifPresent(LOG::error);
        return sentence.isPresent();
    }

    private static Optional<String> sentence(Throwable cause) {
        return Optional.ofNullable(switch (cause) {
            case CannotStart reason -> reason.getMessage();
            case PortInUseException taken -> "Port %d is taken: stop what listens there, or set server.port.".formatted(taken.getPort());
            default -> null;
        });
    }
}
