package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

class RightsInterceptorTests {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Silent(), new ForEditors(), new Weighty())
        .addInterceptors(new RightsInterceptor(new Refusals(), new MachineRefusals(), new LateProofs(Duration.ofMinutes(10), Clock.systemUTC()))).build();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource({
        "/silent, ADMIN, 403", "/silent, , 403",
        "/editors, AUTHOR, 403", "/editors, EDITOR, 200", "/editors, ADMIN, 200", "/editors, , 403",
        "/admins, EDITOR, 403", "/admins, ADMIN, 200",
        "/anybody, , 200", "/anybody, VIEWER, 200"})
    void aHandlerIsReachedByWhoeverHasTheRightItRequiresAndByNobodyWhenItSaysNothing(String path, @Nullable Role role, int status)
        throws Exception {
        if (role != null) {
            SecurityContextHolder.getContext().setAuthentication(TestPeople.authenticated(TestPeople.of(role)));
        }
        assertThat(mvc.perform(get(path)).andReturn().getResponse().getStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"GET, /weighty, 200", "POST, /weighty, 299", "GET, /weighty/file, 302", "PUT, /weighty, 299"})
    void whatIsWeightyAsksWhoProvedTooLongAgo(String method, String path, int late) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(SignedIn.authenticated(TestPeople.ADMIN, Proofs.NONE.with(Means.PASSWORD, Instant.now().minusSeconds(601))));
        var answer = mvc.perform(request(HttpMethod.valueOf(method), path)).andReturn().getResponse();
        assertThat(answer.getForwardedUrl() == null ? answer.getStatus() : 299).isEqualTo(late);

        SecurityContextHolder.getContext().setAuthentication(SignedIn.authenticated(TestPeople.ADMIN, Proofs.NONE.with(Means.PASSWORD, Instant.now().minusSeconds(590))));
        assertThat(mvc.perform(request(HttpMethod.valueOf(method), path)).andReturn().getResponse().getStatus()).isEqualTo(200);

        SecurityContextHolder.getContext().setAuthentication(SignedIn.authenticated(TestPeople.VIEWER, Proofs.NONE));
        assertThat(mvc.perform(request(HttpMethod.valueOf(method), path)).andReturn().getResponse().getStatus()).as("a right comes first").isEqualTo(403);
    }

    @Requires(Right.ADMINISTER)
    @ProvedLately
    @RestController
    static class Weighty {

        @RequestMapping("/weighty")
        String weighty() {
            return "reached";
        }

        @ProvedLately
        @GetMapping("/weighty/file")
        String file() {
            return "reached";
        }
    }

    @RestController
    static class Silent {

        @GetMapping("/silent")
        String silent() {
            return "reached";
        }
    }

    @Requires(Right.PUBLISH)
    @RestController
    static class ForEditors {

        @GetMapping("/editors")
        String editors() {
            return "reached";
        }

        @Requires(Right.ADMINISTER)
        @GetMapping("/admins")
        String admins() {
            return "reached";
        }

        @Open
        @GetMapping("/anybody")
        String anybody() {
            return "reached";
        }
    }
}
