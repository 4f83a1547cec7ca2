package showroom;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.desk.Crumb;
import app.maru.desk.Input;
import app.maru.desk.NavigationItem;
import app.maru.desk.NavigationItems;
import app.maru.desk.Toast;
import app.maru.identity.DeskCookies;
import app.maru.identity.Open;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.identity.Role;

/**
 * The desk with every part on show and nothing behind it: no database, whoever asks is signed in as the role, in the
 * language and the theme that the cookie {@code visitor} names ("admin,ko,dark"), and nobody without it.
 */
public final class Showroom {

    private final ServletWebServerApplicationContext house;

    private Showroom(ServletWebServerApplicationContext house) {
        this.house = house;
    }

    public static Showroom open() {
        return open("--server.port=0");
    }

    private static Showroom open(String... arguments) {
        var all = new java.util.ArrayList<>(List.of("--maru.database=external", "--server.address=127.0.0.1"));
        Collections.addAll(all, arguments);
        return new Showroom((ServletWebServerApplicationContext) new SpringApplicationBuilder(House.class).run(all.toArray(String[]::new)));
    }

    static void main(String[] arguments) {
        open(arguments);
    }

    public String address() {
        return "http://127.0.0.1:" + house.getWebServer().getPort();
    }

    public int port() {
        return house.getWebServer().getPort();
    }

    public <T> T part(Class<T> type) {
        return house.getBean(type);
    }

    public void close() {
        house.close();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration(excludeName = {
        "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
        "org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration",
        "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration"})
    @ComponentScan("app.maru.desk")
    @ConfigurationPropertiesScan("app.maru.identity")
    @Import(DeskCookies.class)
    static class House {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        SecurityFilterChain visitors(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new Visitors(), AuthorizationFilter.class).build();
        }

        @Bean
        NavigationItems places() {
            return new NavigationItems(List.of(
                new NavigationItem("content", 1, "/parts", "state.draft", "credit-card"),
                new NavigationItem("content", 2, "/parts/editor", "state.published", "folder2"),
                new NavigationItem("publishing", 1, "/editions", "state.scheduled", "layers"),
                new NavigationItem("people", 1, "/secret", "role.admin", "people"),
                new NavigationItem("desk", 1, "/nowhere", "state.archived", "check2-square")));
        }

        @Bean
        Sabotage sabotage() {
            return new Sabotage();
        }

        @Bean
        Parts parts() {
            return new Parts();
        }
    }

    /** Signs the visitor in who names a role in the cookie. */
    static class Visitors extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
            for (var cookie : request.getCookies() == null ? new jakarta.servlet.http.Cookie[0] : request.getCookies()) {
                if (cookie.getName().equals("visitor")) {
                    SecurityContextHolder.getContext().setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(person(cookie.getValue().split("-")), null, List.of()));
                }
            }
            chain.doFilter(request, response);
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }

        private static Person person(String[] words) {
            return new Person(new UUID(0, 1), words[1].equals("ko") ? "박서연" : "Seoyeon Park", "editor@maru.example",
                Role.valueOf(words[0].toUpperCase(Locale.ROOT)), Locale.of(words[1]),
                words.length > 2 && !words[2].equals("system") ? words[2] : null, ZoneId.of("Asia/Seoul"));
        }
    }

    /** What even the page about an error fails on. */
    static class Unspeakable extends RuntimeException {
    }

    /** Fails the page about an error after such an exception. */
    @org.springframework.web.bind.annotation.ControllerAdvice
    static class Sabotage {

        @org.springframework.web.bind.annotation.ModelAttribute
        void fail(HttpServletRequest request) {
            for (var failure = (Throwable) request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_EXCEPTION); failure != null; failure = failure.getCause()) {
                if (failure instanceof Unspeakable) {
                    throw new IllegalStateException("secret of the house");
                }
            }
        }
    }

    /** Pages that show the parts, and some that fail. */
    @Controller
    static class Parts {

        @Requires(Right.READ)
        @GetMapping("/parts")
        String list(Model model) {
            model.addAttribute("crumbs", List.of(new Crumb("/", "Maru")));
            model.addAttribute("now", Instant.now());
            model.addAttribute("rows", List.of("published", "changed", "draft", "scheduled", "in-review", "archived", "failed"));
            model.addAttribute("yesterday", Instant.now().minus(Duration.ofDays(1)));
            return "showroom/list";
        }

        @Requires(Right.READ)
        @GetMapping("/parts/editor")
        String editor(Model model) {
            var korean = org.springframework.context.i18n.LocaleContextHolder.getLocale().getLanguage().equals("ko");
            model.addAttribute("crumbs", List.of(new Crumb("/parts", "Billing products")));
            model.addAttribute("wrong", List.of(new Crumb("#field-slug", "Slug: already in use")));
            model.addAttribute("name", Input.of("line", "name", "desk.language", korean ? "크리에이터 요금제" : "Creator plan").atMost(120).needed(true));
            model.addAttribute("slug", Input.of("line", "slug", "desk.theme", "creator").help("trouble.404.help").atMost(5).wrong(List.of("Already in use by “Team”.")));
            model.addAttribute("text", Input.of("area", "description", "trouble.404", "\nTwo lines\n<b>and markup</b>").atMost(4000));
            model.addAttribute("choice", Input.of("choice", "visibility", "desk.language", "en")
                .among(List.of(new Input.Choice("ko", "desk.language.ko"), new Input.Choice("en", "desk.language.en"))));
            model.addAttribute("flag", Input.of("flag", "isActive", "state.published", "true").help("trouble.410.help"));
            model.addAttribute("icon", Input.of("icon", "icon", "desk.menu", "stars"));
            model.addAttribute("fixed", Input.of("line", "id", "desk.crumbs", "9f1c").readOnly(true));
            return "showroom/editor";
        }

        @Requires(Right.READ)
        @GetMapping("/editions")
        String empty() {
            return "showroom/empty";
        }

        @Requires(Right.ADMINISTER)
        @GetMapping("/secret")
        String secret() {
            return "showroom/empty";
        }

        @Requires(Right.READ)
        @GetMapping("/away")
        String away() {
            return "redirect:/sign-in";
        }

        @Open
        @GetMapping("/sign-in")
        String signIn() {
            return "showroom/sign-in";
        }

        @Requires(Right.READ)
        @GetMapping("/")
        String start() {
            return "redirect:/parts";
        }

        @Requires(Right.WRITE)
        @PostMapping("/toast")
        String toast(RedirectAttributes attributes) {
            attributes.addFlashAttribute("toast", Toast.saying("time.minutes", "5").undoneBy("delete", "/toast", Map.of("what", "this")));
            return "redirect:/parts";
        }

        @Requires(Right.WRITE)
        @PostMapping("/sent")
        String sent(@RequestParam Map<String, String> fields, Model model) {
            model.addAttribute("fields", new LinkedHashMap<>(fields));
            return "showroom/empty";
        }

        @Open
        @GetMapping("/fails/{status}")
        String fails(@PathVariable int status) {
            if (status == 599) {
                throw new Unspeakable();
            }
            if (status == 598) {
                throw new IllegalStateException(new DataAccessResourceFailureException("secret of the house"));
            }
            if (status == 500) {
                throw new IllegalStateException("secret of the house");
            }
            throw new ResponseStatusException(HttpStatus.valueOf(status), "secret of the house");
        }
    }
}
