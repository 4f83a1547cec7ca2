package app.maru.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

import app.maru.identity.Person;

/** Speaks the language that the person chose, else the first of the browser's that Maru knows. */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class PersonLocaleResolver extends AcceptHeaderLocaleResolver {

    PersonLocaleResolver() {
        setSupportedLocales(List.of(Locale.ENGLISH, Locale.KOREAN));
        setDefaultLocale(Locale.ENGLISH);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
            .map(Authentication::getPrincipal)
            .filter(Person.class::isInstance).map(Person.class::cast)
            .map(Person::locale)
            .orElseGet(() -> super.resolveLocale(request));
    }
}
