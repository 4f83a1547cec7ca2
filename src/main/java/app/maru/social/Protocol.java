package app.maru.social;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** The library's pieces, put together: no redirect is followed from a provider's address, and none is waited for long. */
final class Protocol {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Map<String, Object>>> OBJECTS = new ParameterizedTypeReference<>() {};

    private final ClientHttpRequestFactory requests = requests();
    private final RestClient rest = RestClient.builder().requestFactory(requests).build();
    private final Map<Client, JwtDecoder> decoders = new ConcurrentHashMap<>();
    private final AuthenticationProvider signed;
    private final AuthenticationProvider asked;

    Protocol() {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder().requestFactory(requests).configureMessageConverters(converters -> converters
            .addCustomConverter(new FormHttpMessageConverter()).addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
        var openId = new OidcAuthorizationCodeAuthenticationProvider(tokens, request -> new DefaultOidcUser(List.of(), request.getIdToken()));
        openId.setJwtDecoderFactory(registration -> decoders.computeIfAbsent(Client.of(registration), client -> decoder(registration)));
        this.signed = openId;
        this.asked = new OAuth2LoginAuthenticationProvider(tokens, this::user);
    }

    /** Whose key is looked for where: another client has another decoder. */
    private record Client(@Nullable String keys, String id, @Nullable String issuer) {

        static Client of(ClientRegistration registration) {
            return new Client(registration.getProviderDetails().getJwkSetUri(), registration.getClientId(), registration.getProviderDetails().getIssuerUri());
        }
    }

    OAuth2LoginAuthenticationToken authenticate(OAuth2LoginAuthenticationToken attempt) {
        boolean isSigned = attempt.getClientRegistration().getScopes().contains("openid");
        Authentication proved = (isSigned ? signed : asked).authenticate(attempt);
        return (OAuth2LoginAuthenticationToken) Objects.requireNonNull(proved);
    }

    /** Whom it is about; an address only where the provider has made sure of it. */
    Vouched vouched(Provider provider, OAuth2LoginAuthenticationToken proved) {
        var user = proved.getPrincipal();
        var email = switch (provider) {
            case GOOGLE, APPLE -> isTrue(user.getAttribute("email_verified")) ? user.<String>getAttribute("email") : null;
            case GITHUB -> primary(proved);
            case KAKAO -> ofKakao(user.getAttribute("kakao_account"));
        };
        return new Vouched(provider, proved.getClientRegistration().getClientId(), user.getName(), email);
    }

    private static @Nullable String ofKakao(@Nullable Map<String, Object> account) {
        return account != null && isTrue(account.get("is_email_valid")) && isTrue(account.get("is_email_verified")) ? (String) account.get("email") : null;
    }

    /** GitHub shows an address to everybody only if its person likes; which of them is theirs it says elsewhere. */
    private @Nullable String primary(OAuth2LoginAuthenticationToken proved) {
        var address = proved.getClientRegistration().getProviderDetails().getUserInfoEndpoint().getUri() + "/emails";
        var emails = rest.get().uri(address).headers(headers -> headers.setBearerAuth(proved.getAccessToken().getTokenValue())).retrieve().body(OBJECTS);
        return emails == null ? null : emails.stream().filter(email -> isTrue(email.get("primary")) && isTrue(email.get("verified"))).map(email -> (String) email.get("email")).findFirst().orElse(null);
    }

    private OAuth2User user(OAuth2UserRequest request) {
        var at = request.getClientRegistration().getProviderDetails().getUserInfoEndpoint();
        var attributes = rest.get().uri(at.getUri()).headers(headers -> headers.setBearerAuth(request.getAccessToken().getTokenValue())).retrieve().body(OBJECT);
        return new DefaultOAuth2User(List.of(), attributes, at.getUserNameAttributeName());
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(registration.getProviderDetails().getJwkSetUri()).restOperations(new RestTemplate(requests)).jwsAlgorithm(SignatureAlgorithm.RS256).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(JwtTypeValidator.jwt(), new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        decoder.setClaimSetConverter(new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }

    private static ClientHttpRequestFactory requests() {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(PATIENCE).build());
        factory.setReadTimeout(PATIENCE);
        return factory;
    }

    private static boolean isTrue(@Nullable Object value) {
        return value != null && value.toString().equals("true");
    }
}
