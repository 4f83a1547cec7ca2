package app.maru.identity;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Three chains: what anybody's browser may load, what machines do with a token, and the desk, where nobody gets anywhere
 * without having signed in.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IdentityProperties.class, HashingSettings.class})
class SecurityConfiguration {

    private static final String[] ASSETS = {"/webjars/**", "/desk/**", "/editing/**", "/identity/**", "/passkeys/**", "/tasks/assets/**", "/dashboard/assets/**", "/metrics/assets/**", "/favicon.ico", "/favicon.svg"};
    private static final String[] OPEN = {"/sign-in", "/sign-in/link", "/sign-in/code", "/sign-in/reset", "/sign-in/passkey", "/sign-in/passkey/challenge", "/sign-in/with/*", "/sign-in/with/*/back", "/sign-in/second-step", "/sign-in/second-step/app", "/first-admin", "/invitation", "/refused", "/error", "/demo/mail"};
    private static final String[] OPEN_TO_MACHINES = {"/actuator/health", "/actuator/health/*", "/ingest/v1/openapi.json"};

    @Bean
    @Order(1)
    SecurityFilterChain assets(HttpSecurity http, DeskCookies cookies) {
        return http.securityMatcher(ASSETS)
            .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
            .headers(headers -> common(headers, cookies))
            .csrf(csrf -> csrf.disable()).logout(logout -> logout.disable())
            .requestCache(cache -> cache.disable()).securityContext(context -> context.disable())
            .sessionManagement(sessions -> sessions.disable()).anonymous(anonymous -> anonymous.disable())
            .build();
    }

    /** No session, no cookie, no form's token: whoever comes shows their own token each time. */
    @Bean
    @Order(2)
    SecurityFilterChain withTokens(HttpSecurity http, Machines machines, MachineRefusals refusals, DeskCookies cookies) {
        return http.securityMatcher(Machines.ADDRESSES)
            .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN_TO_MACHINES).permitAll().anyRequest().authenticated())
            .addFilterBefore(machines.atTheDoor(), AnonymousAuthenticationFilter.class)
            .exceptionHandling(failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
            .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .headers(headers -> common(headers, cookies).addHeaderWriter(SecurityConfiguration::keepNothing))
            .csrf(csrf -> csrf.disable()).logout(logout -> logout.disable()).requestCache(cache -> cache.disable())
            .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain desk(HttpSecurity http, Refusals refusals, SignOutLog signOutLog, SecurityContextRepository contexts,
                             RequestCache pagesAskedFor, SessionRepository<?> sessions, DeskCookies cookies) {
        return http.addFilterBefore(sessionsOf(sessions, cookies), DisableEncodeUrlFilter.class)
            .authorizeHttpRequests(requests -> requests
                .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR).permitAll()
                .requestMatchers(OPEN).permitAll()
                .anyRequest().authenticated())
            .securityContext(context -> context.securityContextRepository(contexts))
            .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens(cookies)).csrfTokenRequestHandler(new OwnPagesCsrf())
                .ignoringRequestMatchers(pathPattern(HttpMethod.POST, "/sign-in/with/apple/back")))
            .requestCache(cache -> cache.requestCache(pagesAskedFor))
            .logout(logout -> logout.logoutRequestMatcher(pathPattern(HttpMethod.POST, "/sign-out"))
                .logoutSuccessHandler(signOutLog))
            .exceptionHandling(failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
            .headers(headers -> common(headers, cookies).addHeaderWriter(SecurityConfiguration::keepNothing))
            .build();
    }

    /** Strangers have no session: what must outlive their request is in cookies, so that they cost no memory. */
    @Bean
    RequestCache pagesAskedFor(DeskCookies cookies) {
        var cache = new CookieRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET") && !Htmx.isFragment(request)
            && request.getRequestURI().length() + String.valueOf(request.getQueryString()).length() < 1000);
        cache.setCookieCustomizer(cookie -> {
            cookie.setAttribute("SameSite", "Lax");
            cookie.setSecure(cookie.getSecure() || cookies.areAlwaysSecure());
        });
        return cache;
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new DelegatingSecurityContextRepository(new RequestAttributeSecurityContextRepository(),
            new HttpSessionSecurityContextRepository());
    }

    /** Made here rather than a bean, which the server would put before every request: only the desk has sessions. */
    private static <S extends Session> SessionRepositoryFilter<S> sessionsOf(SessionRepository<S> sessions, DeskCookies cookies) {
        var ids = new CookieHttpSessionIdResolver();
        ids.setCookieSerializer(new SessionCookie(cookies));
        var filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(new SessionIdsAskedOnce(ids));
        return filter;
    }

    private static HeadersConfigurer<HttpSecurity> common(HeadersConfigurer<HttpSecurity> headers, DeskCookies cookies) {
        return headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
            .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
            .httpStrictTransportSecurity(strict -> strict.includeSubDomains(false).requestMatcher(cookies::areSecure));
    }

    // Spring's own writer says nothing once Jetty has set Expires, which it does with every cookie.
    private static void keepNothing(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
