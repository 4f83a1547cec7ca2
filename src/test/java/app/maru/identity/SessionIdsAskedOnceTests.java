package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Base64;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.SessionRepositoryFilter;

class SessionIdsAskedOnceTests {

    private final Counting sessions = new Counting();

    @Test
    void aPageThatIsSentReadsItsSessionOnce() throws Exception {
        var response = answered(new MockHttpServletRequest());

        assertThat(sessions.read).isEqualTo(1);
        assertThat(response.getHeader("Set-Cookie")).isNull();
    }

    private MockHttpServletResponse answered(MockHttpServletRequest request) throws Exception {
        var filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(new SessionIdsAskedOnce(new CookieHttpSessionIdResolver()));
        var response = new MockHttpServletResponse();
        request.setCookies(new Cookie("SESSION", Base64.getEncoder().encodeToString("known".getBytes())));
        filter.doFilter(request, response, new MockFilterChain(new Page()));
        return response;
    }

    /** Needs its session, and is sent before the filter is through. */
    private static final class Page extends HttpServlet {

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            assertThat(request.getSession(false)).isNotNull();
            response.flushBuffer();
        }
    }

    private static final class Counting implements SessionRepository<MapSession> {

        private int read;

        @Override
        public MapSession createSession() {
            return new MapSession();
        }

        @Override
        public void save(MapSession session) {
        }

        @Override
        public MapSession findById(String id) {
            read++;
            var session = new MapSession(id);
            session.setLastAccessedTime(Instant.now());
            return session;
        }

        @Override
        public void deleteById(String id) {
        }
    }
}
