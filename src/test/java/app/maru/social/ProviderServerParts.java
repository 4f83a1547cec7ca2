package app.maru.social;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.security.config.Customizer.withDefaults;

import java.io.IOException;
import java.net.URLEncoder;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** What {@link ProviderServer} is made of; no component of any application that looks for its parts. */
@EnableWebSecurity
class ProviderServerParts {

    static final Set<String> REDIRECTS = ConcurrentHashMap.newKeySet();

    private static final Map<String, Set<String>> CLIENTS = Map.of("google-client", Set.of("openid", "email"), "github-client", Set.of("user:email"),
        "com.company.desk", Set.of("openid", "email"), "kakao-client", Set.of("account_email"), "google-other", Set.of("openid", "email"));

    @Bean
    JettyServletWebServerFactory server() {
        return new JettyServletWebServerFactory(0);
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        var server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(server.getEndpointsMatcher())
            .with(server, parts -> parts.oidc(withDefaults()).authorizationEndpoint(endpoint -> endpoint.authorizationResponseHandler(ProviderServerParts::answer)))
            .authorizeHttpRequests(requests -> requests.anyRequest().authenticated()).csrf(csrf -> csrf.disable())
            .addFilterAfter(ProviderServerParts::knowGuest, SecurityContextHolderFilter.class)
            .exceptionHandling(failures -> failures.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login"))).build();
    }

    /** Whoever says so is signed in: what is tested comes after that. */
    private static void knowGuest(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        var name = ((HttpServletRequest) request).getHeader(Traveller.GUEST);
        if (name != null) {
            SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(name, null, List.of(FactorGrantedAuthority.fromFactor("PASSWORD")))));
        }
        chain.doFilter(request, response);
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/github/**", "/kakao/**").permitAll().anyRequest().authenticated()).formLogin(withDefaults()).build();
    }

    @Bean
    UserDetailsService guests() {
        return name -> User.withUsername(name).password(name).build();
    }

    /** Passwords are as they are typed; what Apple calls its client's secret is a signed token. */
    @Bean
    PasswordEncoder passwords() {
        return new PasswordEncoder() {
            @Override
            public String encode(@Nullable CharSequence raw) {
                return String.valueOf(raw);
            }

            @Override
            public boolean matches(@Nullable CharSequence raw, @Nullable String encoded) {
                return "apple".equals(encoded) ? isFromApplesClient(String.valueOf(raw)) : String.valueOf(raw).equals(encoded);
            }
        };
    }

    private static boolean isFromApplesClient(String secret) {
        try {
            var token = SignedJWT.parse(secret);
            var claims = token.getJWTClaimsSet();
            return token.verify(new ECDSAVerifier(ProviderServer.applesPublicKey())) && token.getHeader().getAlgorithm().equals(JWSAlgorithm.ES256)
                && ProviderServer.KEY.equals(token.getHeader().getKeyID()) && ProviderServer.TEAM.equals(claims.getIssuer()) && "com.company.desk".equals(claims.getSubject())
                && claims.getAudience().equals(List.of(ProviderServer.address())) && claims.getExpirationTime().after(new Date());
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    @Bean
    RegisteredClientRepository clients() {
        return new RegisteredClientRepository() {
            @Override
            public void save(RegisteredClient client) {
                throw new UnsupportedOperationException();
            }

            @Override
            public @Nullable RegisteredClient findById(String id) {
                return findByClientId(id);
            }

            @Override
            public @Nullable RegisteredClient findByClientId(String id) {
                return CLIENTS.containsKey(id) ? client(id) : null;
            }
        };
    }

    private static RegisteredClient client(String id) {
        return RegisteredClient.withId(id).clientId(id).clientSecret(id.startsWith("com.") ? "apple" : ProviderServer.SECRET)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST).authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUris(known -> known.addAll(REDIRECTS)).scopes(known -> known.addAll(CLIENTS.get(id)))
            .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build()).build();
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new InMemoryOAuth2AuthorizationService();
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
        return new ImmutableJWKSet<>(new JWKSet(new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate()));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    /** Apple writes what is true as a text. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> whoItIs() {
        return token -> {
            var name = token.getPrincipal().getName();
            var guest = ProviderServer.GUESTS.get(name);
            if (guest != null && "id_token".equals(token.getTokenType().getValue())) {
                boolean apple = token.getRegisteredClient().getClientId().startsWith("com.");
                token.getClaims().claim("email", guest.email()).claim("email_verified", apple ? String.valueOf(guest.verified()) : guest.verified());
                if (ProviderServer.NONCES.containsKey(name)) {
                    token.getClaims().claim("nonce", ProviderServer.NONCES.get(name));
                }
            }
        };
    }

    /** As a redirect, or as Apple does: as a form that its page sends. */
    private static void answer(HttpServletRequest request, HttpServletResponse response, Authentication done) throws IOException {
        var answer = (OAuth2AuthorizationCodeRequestAuthenticationToken) done;
        var code = answer.getAuthorizationCode().getTokenValue();
        if (!"form_post".equals(request.getParameter("response_mode"))) {
            response.sendRedirect(answer.getRedirectUri() + "?code=" + code + "&state=" + URLEncoder.encode(answer.getState(), UTF_8));
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", "");
        response.getWriter().write("""
            <!DOCTYPE html><title>Apple</title><form method="post" action="%s">
            <input name="code" value="%s"><input name="state" value="%s"></form><script>document.forms[0].submit()</script>
            """.formatted(answer.getRedirectUri(), code, HtmlUtils.htmlEscape(answer.getState())));
    }

    @Bean
    ServletRegistrationBean<HttpServlet> shapes(OAuth2AuthorizationService authorizations) {
        return new ServletRegistrationBean<>(new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                var authorization = authorizations.findByToken(String.valueOf(request.getHeader("Authorization")).replaceFirst("^Bearer ", ""), OAuth2TokenType.ACCESS_TOKEN);
                if (authorization == null) {
                    response.sendError(401);
                    return;
                }
                response.setContentType("application/json");
                response.getWriter().write(JsonMapper.shared().writeValueAsString(shape(request.getRequestURI(), authorization.getPrincipalName())));
            }
        }, "/github/*", "/kakao/*");
    }

    private static Object shape(String address, String name) {
        var guest = ProviderServer.GUESTS.get(name);
        return switch (address) {
            case "/github/user" -> Map.of("login", name, "id", Math.abs(name.hashCode()), "name", "옥토캣");
            case "/github/user/emails" -> List.of(Map.of("email", "another-" + guest.email(), "primary", false, "verified", true, "visibility", "private"),
                Map.of("email", guest.email(), "primary", true, "verified", guest.verified()));
            default -> Map.of("id", Math.abs(name.hashCode()), "connected_at", "2026-11-23T09:00:00Z", "kakao_account",
                Map.of("has_email", true, "email_needs_agreement", false, "is_email_valid", true, "is_email_verified", guest.verified(), "email", guest.email()));
        };
    }
}
