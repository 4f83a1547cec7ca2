package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What the desk says where it is reached by TLS, and what it must not say elsewhere. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class BehindTlsTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private WebApplicationContext application;
    private MockMvc mvc;

    @BeforeEach
    void springSecurityFirst() {
        mvc = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    }

    @Test
    void everyCookieIsOfThisHostAloneAndTheBrowserStaysWithTls() throws Exception {
        var signedIn = signIn(true);

        assertThat(signedIn.getStatus()).isEqualTo(302);
        assertThat(signedIn.getHeader("Strict-Transport-Security")).startsWith("max-age=31536000");
        assertThat(signedIn.getHeaders("Set-Cookie")).filteredOn(cookie -> !cookie.contains("Max-Age=0")).hasSizeGreaterThanOrEqualTo(2)
            .allMatch(cookie -> cookie.startsWith("__Host-") && cookie.contains("Secure") && cookie.contains("Path=/") && !cookie.contains("Domain") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));

        var session = signedIn.getCookie("__Host-maru-session").getValue();
        assertThat(status(get("/account").secure(true).cookie(new Cookie("__Host-maru-session", session)))).isEqualTo(200);
        assertThat(status(get("/account").secure(true).cookie(new Cookie("maru-session", session)))).as("a neighbour may have set it").isEqualTo(302);
    }

    @Test
    void withoutTlsTheCookiesHaveTheirPlainNamesAndNothingIsSaidOfIt() throws Exception {
        var signedIn = signIn(false);

        assertThat(signedIn.getHeader("Strict-Transport-Security")).isNull();
        assertThat(signedIn.getCookie("maru-session")).isNotNull();
        assertThat(signedIn.getHeaders("Set-Cookie")).noneMatch(cookie -> cookie.contains("Secure") || cookie.startsWith("__Host-"));
    }

    @Test
    void theOperatorsWordForTlsHoldsWhereTheProxySaysNothing() {
        var plain = new MockHttpServletRequest();
        var secure = new MockHttpServletRequest();
        secure.setSecure(true);

        assertThat(new DeskCookies(new IdentityProperties(false, null, URI.create("https://desk.company.example"))).name("x", plain)).isEqualTo("__Host-x");
        assertThat(new DeskCookies(new IdentityProperties(false, null, URI.create("http://desk.company.example"))).name("x", plain)).isEqualTo("x");
        assertThat(new DeskCookies(new IdentityProperties(false, null, null)).name("x", secure)).isEqualTo("__Host-x");
    }

    private MockHttpServletResponse signIn(boolean tls) throws Exception {
        var form = mvc.perform(get("/sign-in").secure(tls)).andReturn().getResponse();
        var token = TOKEN.matcher(form.getContentAsString());
        assertThat(token.find()).isTrue();
        return mvc.perform(post("/sign-in").secure(tls).cookie(Arrays.stream(form.getCookies()).toArray(Cookie[]::new))
            .param("_csrf", token.group(1)).param("email", "editor@maru.example").param("password", DemoStaff.PASSWORD)).andReturn().getResponse();
    }

    private int status(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }
}
