package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class RightsInterceptorTests {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Silent(), new ForEditors())
        .addInterceptors(new RightsInterceptor(new Refusals(), new MachineRefusals())).build();

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
