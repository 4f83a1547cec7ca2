package app.maru.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.AbstractLocaleContextResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

import app.maru.identity.DeskCookies;
import app.maru.identity.Person;

/**
 * Speaks the language and tells the time of the person who looks; until they choose, the language that this browser
 * chose at the sign-in, else the first of its own that Maru knows.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class PersonLocaleResolver extends AbstractLocaleContextResolver {

    /** The languages of the desk, the one for everybody else first. */
    static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.KOREAN);

    private final DeskCookies cookies;
    private final AcceptHeaderLocaleResolver browser = new AcceptHeaderLocaleResolver();

    PersonLocaleResolver(DeskCookies cookies) {
        this.cookies = cookies;
        browser.setSupportedLocales(SPOKEN);
        browser.setDefaultLocale(Locale.ENGLISH);
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        var person = person();
        return new SimpleTimeZoneAwareLocaleContext(
            person.map(Person::locale).or(() -> chosenAtSignIn(request)).orElseGet(() -> browser.resolveLocale(request)),
            person.map(Person::zone).map(TimeZone::getTimeZone).orElse(null));
    }

    @Override
    public void setLocaleContext(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("A person changes their language in their account");
    }

    private static Optional<Person> person() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
            .map(Authentication::getPrincipal)
            .filter(Person.class::isInstance).map(Person.class::cast);
    }

    private Optional<Locale> chosenAtSignIn(HttpServletRequest request) {
        return cookies.value(DeskCookies.LOCALE, request)
            .flatMap(chosen -> browser.getSupportedLocales().stream()
                .filter(locale -> locale.getLanguage().equals(chosen)).findFirst());
    }
}
