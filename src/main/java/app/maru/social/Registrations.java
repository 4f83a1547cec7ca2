package app.maru.social;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

import app.maru.identity.DeskAddress;

/** The providers as the library knows them, made of what the table says at that moment. */
final class Registrations implements ClientRegistrationRepository {

    private final Providers providers;
    private final SocialSettings settings;
    private final DeskAddress desk;
    private final Clock clock;

    Registrations(Providers providers, SocialSettings settings, DeskAddress desk, Clock clock) {
        this.providers = providers;
        this.settings = settings;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return Provider.named(id).flatMap(providers::open).map(this::registration).orElse(null);
    }

    private ClientRegistration registration(SetUp setUp) {
        var at = settings.of(setUp.provider());
        return ClientRegistration.withRegistrationId(setUp.provider().key()).clientId(setUp.clientId()).clientSecret(secret(setUp, at))
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST).authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(desk.of(setUp.provider().back())).scope(setUp.scopes()).authorizationUri(at.authorization()).tokenUri(at.token())
            .userInfoUri(at.user()).userNameAttributeName(setUp.provider().signsItsAnswers() ? "sub" : "id").jwkSetUri(at.keys()).issuerUri(at.issuer())
            .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build()).build();
    }

    private String secret(SetUp setUp, Endpoints at) {
        var kept = providers.secret(setUp).orElseThrow();
        return setUp.provider().isApple() ? AppleKey.secret(kept, setUp, String.valueOf(at.issuer()), clock.instant()) : kept;
    }
}
