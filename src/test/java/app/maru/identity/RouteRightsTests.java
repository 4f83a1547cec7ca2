package app.maru.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import app.maru.content.ContentTypes;

/** Knocks at every door of the desk as nobody and as each role; the table below is written by hand on purpose. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class RouteRightsTests {

    /**
     * What each route asks for: OPEN, TOKEN for machines alone, or the name of a right, with PROOF where who has it must have
     * proved lately who they are; {type} stands for the path of every content type.
     */
    static final String TABLE = """
        ANY  /error                                 OPEN
        ANY  /refused                               OPEN
        GET  /sign-in                               OPEN
        POST /sign-in                               OPEN
        GET  /sign-in/link                          OPEN
        POST /sign-in/link                          OPEN
        PUT  /sign-in/link                          OPEN
        GET  /sign-in/code                          OPEN
        POST /sign-in/code                          OPEN
        PUT  /sign-in/code                          OPEN
        GET  /sign-in/reset                         OPEN
        POST /sign-in/reset                         OPEN
        PUT  /sign-in/reset                         OPEN
        GET  /sign-in/second-step                   OPEN
        PUT  /sign-in/second-step                   OPEN
        GET  /sign-in/second-step/app               OPEN
        POST /sign-in/second-step/app               OPEN
        PUT  /sign-in/second-step/app               OPEN
        GET  /account/proof                         READ
        POST /account/proof                         READ
        PUT  /account/proof                         READ
        DELETE /account/proof                       READ
        ANY  /account/proof/asked                   READ
        GET  /account/second-factor                 READ
        DELETE /account/second-factor               READ PROOF
        GET  /account/second-factor/app             READ
        POST /account/second-factor/app             READ PROOF
        PUT  /account/second-factor/app             READ PROOF
        POST /account/second-factor/recovery-codes  READ PROOF
        GET  /sign-in/ways/second-factor            ADMINISTER
        PUT  /sign-in/ways/second-factor            ADMINISTER PROOF
        DELETE /staff/{id}/second-factor            ADMINISTER PROOF
        POST /sign-in/passkey/challenge             OPEN
        PUT  /sign-in/passkey                       OPEN
        GET  /sign-in/with/{provider}               OPEN
        GET  /sign-in/with/{provider}/back          OPEN
        POST /sign-in/with/apple/back               OPEN
        GET  /sign-in/providers                     ADMINISTER
        GET  /sign-in/providers/{provider}          ADMINISTER PROOF
        PUT  /sign-in/providers/{provider}          ADMINISTER PROOF
        DELETE /sign-in/providers/{provider}        ADMINISTER PROOF
        PUT  /sign-in/providers/{provider}/activation ADMINISTER PROOF
        DELETE /sign-in/providers/{provider}/activation ADMINISTER PROOF
        DELETE /account/links/{id}                  READ
        GET  /sign-in/ways                          ADMINISTER
        PUT  /sign-in/ways                          ADMINISTER PROOF
        GET  /first-admin                           OPEN
        POST /first-admin                           OPEN
        GET  /account                               READ
        PUT  /account                               READ
        PUT  /account/password                      READ
        PUT  /account/locale                        READ
        PUT  /account/theme                         READ
        POST /account/passkeys                      READ PROOF
        POST /account/passkeys/challenge            READ
        PUT  /account/passkeys/{id}                 READ
        DELETE /account/passkeys/{id}               READ PROOF
        DELETE /account/passkeys/{id}/removal       READ
        DELETE /account/sessions                    READ
        DELETE /account/sessions/{id}               READ
        GET  /                                      READ
        GET  /profiles                              ADMINISTER
        GET  /profiles/{id}                         ADMINISTER
        PUT  /profiles/{id}                         ADMINISTER
        GET  /profiles/{id}/personal-data           ADMINISTER
        GET  /profiles/{id}/personal-data/zip       ADMINISTER PROOF
        DELETE /profiles/{id}/personal-data         ADMINISTER PROOF
        GET  /account/personal-data                 READ PROOF
        GET  /profiles/{id}/invoices                ADMINISTER
        GET  /search                                READ
        GET  /shortcuts                             READ
        GET  /editions                              READ
        GET  /editions/{number}                     READ
        GET  /schedule                              READ
        GET  /{type}                                READ
        PUT  /{type}/publications                   PUBLISH
        DELETE /{type}/publications                 PUBLISH
        PUT  /{type}/archives                       PUBLISH
        DELETE /{type}/archives                     PUBLISH
        GET  /{type}/batches/{batch}                READ
        DELETE /{type}/batches/{batch}              PUBLISH
        POST /{type}/views                          READ
        PUT  /{type}/views/{view}                   READ
        DELETE /{type}/views/{view}                 READ
        PUT  /{type}/{id}/order                     WRITE
        GET  /{type}/{id}/history                   READ
        GET  /{type}/{id}/history/{number}          READ
        PUT  /{type}/{id}/history/{number}/name     WRITE
        POST /{type}/{id}/restorations              WRITE
        GET  /{type}/new                            WRITE
        POST /{type}/new/form                       WRITE
        GET  /{type}/slug                           WRITE
        GET  /{type}/choices/{field}                WRITE
        POST /{type}/preview/markdown               READ
        GET  /{type}/{id}/preview                   READ
        GET  /{type}/{id}/preview/page              READ
        POST /{type}/{id}/preview/page              WRITE
        POST /{type}                                WRITE
        GET  /{type}/{id}                           READ
        GET  /{type}/{id}/cards/{children}/{card}   READ
        PUT  /{type}/{id}                           WRITE
        POST /{type}/{id}/form                      WRITE
        POST /{type}/{id}/copies                    WRITE
        PUT  /{type}/{id}/publication               PUBLISH
        DELETE /{type}/{id}/publication             PUBLISH
        PUT  /{type}/{id}/proposal                  WRITE
        GET  /{type}/{id}/proposal                  WRITE
        PUT  /{type}/{id}/schedule                  PUBLISH
        DELETE /{type}/{id}/schedule                PUBLISH
        POST /{type}/{id}/schedule/attempts         PUBLISH
        GET  /ingest/v1/openapi.json                OPEN
        POST /ingest/v1/metrics                     TOKEN
        GET  /actuator/health                       OPEN
        GET  /actuator/health/readiness             OPEN
        GET  /actuator/health/liveness              OPEN
        GET  /actuator/prometheus                   TOKEN
        GET  /audit                                 ADMINISTER
        GET  /audit/csv                             ADMINISTER PROOF
        GET  /invitation                            OPEN
        POST /invitation                            OPEN
        GET  /staff                                 ADMINISTER
        POST /staff                                 ADMINISTER PROOF
        GET  /staff/{id}                            ADMINISTER
        PUT  /staff/{id}/invitation                 ADMINISTER PROOF
        PUT  /staff/{id}/role                       ADMINISTER PROOF
        PUT  /staff/{id}/suspension                 ADMINISTER PROOF
        DELETE /staff/{id}/suspension               ADMINISTER PROOF
        PUT  /staff/{id}/deactivation               ADMINISTER PROOF
        DELETE /staff/{id}/deactivation             ADMINISTER PROOF
        PUT  /staff/{id}/successor                  ADMINISTER PROOF
        GET  /tokens                                ADMINISTER
        POST /tokens                                ADMINISTER PROOF
        DELETE /tokens/{id}                         ADMINISTER PROOF
        GET  /metrics                               ADMINISTER
        POST /metrics                               ADMINISTER
        GET  /metrics/new                           ADMINISTER
        GET  /metrics/{key}                         ADMINISTER
        PUT  /metrics/{key}                         ADMINISTER
        GET  /metrics/{key}/edit                    ADMINISTER
        GET  /metrics/{key}/csv                     ADMINISTER
        POST /metrics/{key}/values                  ADMINISTER
        DELETE /metrics/{key}/values                ADMINISTER
        PUT  /metrics/{key}/archive                 ADMINISTER
        DELETE /metrics/{key}/archive               ADMINISTER
        GET  /tasks                                 READ
        POST /tasks                                 WRITE
        GET  /tasks/new                             WRITE
        GET  /tasks/{id}                            READ
        PUT  /tasks/{id}                            WRITE
        PUT  /tasks/{id}/status                     WRITE
        POST /tasks/{id}/comments                   WRITE
        GET  /dashboard/widgets/new                 READ
        POST /dashboard/widgets                     READ
        PUT  /dashboard/widgets/{id}                READ
        DELETE /dashboard/widgets/{id}              READ
        PUT  /dashboard/widgets/{id}/order          READ
        POST /dashboard/widgets/{id}/restorations   READ
        GET  /dashboard/goals/new                   READ
        POST /dashboard/goals                       READ
        GET  /dashboard/goals/{id}                  READ
        PUT  /dashboard/goals/{id}                  READ
        DELETE /dashboard/goals/{id}                READ
        GET  /events                                ADMINISTER
        GET  /events/news                           ADMINISTER
        GET  /events/stream                         ADMINISTER
        GET  /reviews                               WRITE
        PUT  /{type}/{id}/review                    WRITE
        DELETE /{type}/{id}/review                  WRITE
        PUT  /{type}/{id}/review/answer             PUBLISH
        DELETE /{type}/{id}/review/answer           WRITE
        PUT  /{type}/{id}/archive                   PUBLISH
        DELETE /{type}/{id}/archive                 PUBLISH
        PUT  /{type}/{id}/unsaved                   WRITE
        DELETE /{type}/{id}/unsaved                 WRITE
        POST /{type}/{id}/unsaved/restorations      WRITE
        PUT  /{type}/{id}/presence                  WRITE
        DELETE /{type}/{id}/presence                WRITE
        DELETE /{type}/{id}/changes                 WRITE
        GET  /mail                                  ADMINISTER
        POST /mail/tests                            ADMINISTER
        POST /mail/{id}/attempts                    ADMINISTER
        GET  /demo/mail                             OPEN
        PUT  /{type}/{id}/changes                   WRITE
        """;

    private static final String FORMS = "a token of a form";
    /** The same behind a mask, as a page has it. The test support's own would put another store of tokens into the application, also for other tests. */
    private static final String MASKED = Base64.getUrlEncoder().encodeToString(("\0".repeat(FORMS.length()) + FORMS).getBytes(UTF_8));
    private static final String SOME_ID = "00000000-0000-4000-8000-00000000000a";

    @Autowired
    private WebApplicationContext application;
    @Autowired
    private Collection<RequestMappingHandlerMapping> mappings;
    @Autowired
    private ContentTypes types;
    private MockMvc mvc;

    @BeforeEach
    void springSecurityFirst() {
        mvc = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    }

    @Test
    void everyRouteIsInTheTableAndEveryLineIsARoute() {
        var written = table();
        var registered = routes().collect(groupingBy(Route::key, TreeMap::new, toList()));

        assertThat(registered.keySet().stream().filter(route -> !written.containsKey(route))
            .map(route -> "%s  %s".formatted(route, registered.get(route).getFirst().said())))
            .as("routes that are not in the table: after making sure that the right is what is meant, add to RouteRightsTests.TABLE")
            .isEmpty();
        assertThat(written.keySet().stream().filter(route -> !registered.containsKey(route)))
            .as("lines of RouteRightsTests.TABLE without a route").isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyRouteIsReachedByWhoeverTheTableSaysAndByNobodyElse() {
        var written = table();
        return routes().filter(route -> written.containsKey(route.key())).flatMap(route ->
            Stream.of(null, Role.VIEWER, Role.AUTHOR, Role.EDITOR, Role.ADMIN).map(role ->
                dynamicTest("%s as %s".formatted(route, role == null ? "nobody" : role),
                    () -> knock(route, written.get(route.key()), role))));
    }

    @TestFactory
    Stream<DynamicTest> whoHasProvedOneFactorOfTwoIsLedToTheOther() {
        var written = table();
        var half = SignedIn.standing(TestPeople.ADMIN, Proofs.NONE.with(Means.PASSWORD, Instant.now()), true);
        return routes().filter(route -> written.containsKey(route.key())).map(route -> dynamicTest("%s halfway".formatted(route), () -> {
            var answer = mvc.perform(request(route).with(authentication(half))).andReturn().getResponse();
            assertThat(answer.getStatus()).isEqualTo(written.get(route.key()).equals("TOKEN") ? 403 : expected(route, written.get(route.key()), null));
            if (answer.getStatus() == 302) {
                assertThat(answer.getRedirectedUrl()).startsWith("/sign-in/second-step");
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsWeightyIsDoneByWhoHasProvedLatelyWhoTheyAre() {
        var written = table();
        var late = SignedIn.authenticated(TestPeople.ADMIN, Proofs.NONE.with(Means.PASSWORD, Instant.now().minusSeconds(601)));
        return routes().filter(route -> written.containsKey(route.key()) && !written.get(route.key()).equals("TOKEN")).map(route -> dynamicTest("%s too late".formatted(route), () -> {
            var answer = mvc.perform(request(route).with(authentication(late))).andReturn().getResponse();
            if (!proved().contains(route.key())) {
                assertThat(answer.getStatus()).isEqualTo(ReachedProbe.REACHED);
            } else if (route.method.equals(HttpMethod.GET)) {
                assertThat(answer.getRedirectedUrl()).startsWith("/account/proof?to=%2F");
            } else {
                assertThat(answer.getForwardedUrl()).isEqualTo("/account/proof/asked");
            }
        }));
    }

    private MockHttpServletRequestBuilder request(Route route) {
        var request = MockMvcRequestBuilders.request(route.method, route.address()).cookie(new Cookie("maru-form", FORMS)).param("_csrf", MASKED).requestAttr(ReachedProbe.ATTRIBUTE, true);
        route.headers().forEach(request::header);
        route.parameters().forEach(request::param);
        return request;
    }

    private void knock(Route route, String needs, @Nullable Role role) throws Exception {
        var request = request(route);
        var answer = mvc.perform(role == null ? request : request.with(TestPeople.signedIn(TestPeople.of(role)))).andReturn().getResponse();

        assertThat(answer.getStatus()).isEqualTo(expected(route, needs, role));
        if (answer.getStatus() == 302) {
            assertThat(answer.getRedirectedUrl()).isEqualTo("/sign-in");
        }
        if (answer.getStatus() == ReachedProbe.REACHED) {
            assertThat(answer.getHeader(ReachedProbe.ATTRIBUTE)).isEqualTo(route.handler.toString());
        }
    }

    private static int expected(Route route, String needs, @Nullable Role role) {
        if (needs.equals("TOKEN")) {
            return role == null ? 401 : 403;
        }
        if (needs.equals("OPEN") || role != null && Right.valueOf(needs).heldBy(role)) {
            return ReachedProbe.REACHED;
        }
        var asksForPage = route.method.equals(HttpMethod.GET) && !route.headers().containsKey("HX-Request");
        return role == null && asksForPage ? 302 : 403;
    }

    private static Map<String, String> table() {
        return TABLE.lines().map(line -> line.split("\\s+")).collect(toMap(words -> words[0] + " " + words[1], words -> words[2]));
    }

    private static Set<String> proved() {
        return TABLE.lines().filter(line -> line.endsWith(" PROOF")).map(line -> line.split("\\s+")).map(words -> words[0] + " " + words[1]).collect(toSet());
    }

    private Stream<Route> routes() {
        return mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
            .filter(entry -> entry.getValue().getBeanType().getName().startsWith("app.maru."))
            .flatMap(entry -> entry.getKey().getPatternValues().stream().flatMap(pattern ->
                methods(entry.getKey()).map(method -> new Route(method, pattern, forAnyType(pattern), entry.getKey(), entry.getValue()))));
    }

    private String forAnyType(String pattern) {
        return types.all().stream().map(type -> "/" + type.path()).filter(path -> (pattern + "/").startsWith(path + "/"))
            .findFirst().map(path -> "/{type}" + pattern.substring(path.length())).orElse(pattern);
    }

    private static Stream<HttpMethod> methods(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of(HttpMethod.GET, HttpMethod.POST) : methods.stream().map(RequestMethod::asHttpMethod);
    }

    private record Route(HttpMethod method, String pattern, String written, RequestMappingInfo mapping, HandlerMethod handler) {

        String key() {
            return (mapping.getMethodsCondition().isEmpty() ? "ANY" : method.name()) + " " + written;
        }

        String address() {
            return pattern.replaceAll("\\{\\*[^}]+}", "/any").replaceAll("\\{[^}]+}", SOME_ID).replace("**", "any").replace("*", "any");
        }

        Map<String, String> headers() {
            return mapping.getHeadersCondition().getExpressions().stream().filter(header -> !header.isNegated())
                .collect(toMap(header -> header.getName(), header -> header.getValue() == null ? "true" : header.getValue()));
        }

        Map<String, String> parameters() {
            return mapping.getParamsCondition().getExpressions().stream().filter(parameter -> !parameter.isNegated())
                .collect(toMap(parameter -> parameter.getName(), parameter -> parameter.getValue() == null ? "any" : parameter.getValue()));
        }

        String said() {
            return Stream.of(handler.getMethod(), handler.getBeanType()).flatMap(element -> Arrays.stream(element.getAnnotations()))
                .filter(annotation -> annotation instanceof Open || annotation instanceof Requires || annotation instanceof RequiresScope).findFirst()
                .map(annotation -> annotation instanceof Requires requires ? requires.value().name() : annotation instanceof Open ? "OPEN" : "TOKEN")
                .orElse("(nothing: nobody will reach it before it says @Requires or @Open)");
        }

        @Override
        public String toString() {
            return method + " " + pattern + (parameters().isEmpty() ? "" : " " + parameters()) + (headers().isEmpty() ? "" : " " + headers());
        }
    }
}
