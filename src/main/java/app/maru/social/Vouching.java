package app.maru.social;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClientException;

import app.maru.identity.DeskAddress;
import app.maru.identity.PageAskedFor;

/**
 * Asks providers who somebody is. What is said on the way is Spring Security's; it is put together when the first one asks,
 * since most starts of Maru see nobody who does.
 */
@Component
class Vouching {

    private final Registrations registrations;
    private final SocialSettings settings;
    private final SingletonSupplier<Protocol> protocol;
    private final Clock clock;

    Vouching(Providers providers, SocialSettings settings, DeskAddress desk, Clock clock) {
        this.registrations = new Registrations(providers, settings, desk, clock);
        this.settings = settings;
        this.protocol = SingletonSupplier.of(Protocol::new);
        this.clock = clock;
    }

    /** Where somebody is sent, and what their browser keeps meanwhile. */
    record Begun(String address, Errand errand) {}

    /** Begins an errand at a provider that is open. */
    Begun begin(Provider provider, String page, HttpServletRequest request) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations);
        if (provider.isApple()) {
            resolver.setAuthorizationRequestCustomizer(asked -> asked.additionalParameters(more -> more.put("response_mode", "form_post")));
        }
        var asked = resolver.resolve(request, provider.key());
        return new Begun(asked.getAuthorizationRequestUri(), new Errand(provider, asked.getState(), asked.getAttribute(OidcParameterNames.NONCE),
            asked.getAttribute(PkceParameterNames.CODE_VERIFIER), PageAskedFor.local(page), clock.instant().plus(Errands.LIFE)));
    }

    /** Whether an answer that says who it is from is from this provider, as far as we know how it calls itself. */
    boolean isFrom(Provider provider, String issuer) {
        var own = settings.of(provider).issuer();
        return issuer.isEmpty() || own == null || issuer.equals(own);
    }

    /**
     * For whom the provider vouches to whoever brings this code from the errand.
     *
     * @throws NotVouched when it vouches for nobody
     */
    Vouched exchange(Errand errand, String code) {
        var registration = registrations.findByRegistrationId(errand.provider().key());
        if (registration == null) {
            throw new NotVouched("closed meanwhile", new IllegalStateException());
        }
        try {
            var proved = protocol.obtain().authenticate(new OAuth2LoginAuthenticationToken(registration, exchange(errand, code, registration)));
            return protocol.obtain().vouched(errand.provider(), proved);
        } catch (OAuth2AuthenticationException e) {
            throw new NotVouched(e.getError().getErrorCode(), e);
        } catch (AuthenticationException | OAuth2AuthorizationException | RestClientException e) {
            throw new NotVouched(e.getClass().getSimpleName(), e);
        }
    }

    private static OAuth2AuthorizationExchange exchange(Errand errand, String code, ClientRegistration registration) {
        var asked = OAuth2AuthorizationRequest.authorizationCode().authorizationUri(registration.getProviderDetails().getAuthorizationUri()).clientId(registration.getClientId())
            .redirectUri(registration.getRedirectUri()).scopes(registration.getScopes()).state(errand.state()).attributes(kept -> {
                kept.put(PkceParameterNames.CODE_VERIFIER, errand.verifier());
                if (errand.nonce() != null) {
                    kept.put(OidcParameterNames.NONCE, errand.nonce());
                }
            }).build();
        return new OAuth2AuthorizationExchange(asked, OAuth2AuthorizationResponse.success(code).redirectUri(registration.getRedirectUri()).state(errand.state()).build());
    }
}
