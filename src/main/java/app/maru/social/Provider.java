package app.maru.social;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Somebody else with whom people have accounts, and how they are asked who somebody is. */
enum Provider {
    GOOGLE(List.of("openid", "email"), new Endpoints("https://accounts.google.com/o/oauth2/v2/auth", "https://oauth2.googleapis.com/token", null,
        "https://www.googleapis.com/oauth2/v3/certs", "https://accounts.google.com")),
    GITHUB(List.of("user:email"), new Endpoints("https://github.com/login/oauth/authorize", "https://github.com/login/oauth/access_token", "https://api.github.com/user", null, null)),
    /** Sends its answer as a form from its own page, and has no secret but a key with which one is signed each time. */
    APPLE(List.of("openid", "email"), new Endpoints("https://appleid.apple.com/auth/authorize", "https://appleid.apple.com/auth/token", null,
        "https://appleid.apple.com/auth/keys", "https://appleid.apple.com")),
    KAKAO(List.of("account_email"), new Endpoints("https://kauth.kakao.com/oauth/authorize", "https://kauth.kakao.com/oauth/token", "https://kapi.kakao.com/v2/user/me", null, null));

    private final List<String> scopes;
    private final Endpoints endpoints;

    Provider(List<String> scopes, Endpoints endpoints) {
        this.scopes = scopes;
        this.endpoints = endpoints;
    }

    /** The name in the table, in addresses and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of what it is called. */
    public String nameKey() {
        return "social.name." + key();
    }

    /** How it writes itself, in every language. */
    public String title() {
        return this == GITHUB ? "GitHub" : name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** Where its apps are registered. */
    public String console() {
        return switch (this) {
            case GOOGLE -> "https://console.cloud.google.com/auth/clients";
            case GITHUB -> "https://github.com/settings/developers";
            case APPLE -> "https://developer.apple.com/account/resources/identifiers/list/serviceId";
            case KAKAO -> "https://developers.kakao.com/console/app";
        };
    }

    /** What Maru asks to know. */
    public List<String> scopes() {
        return scopes;
    }

    /** Its own addresses; configuration may name others. */
    Endpoints endpoints() {
        return endpoints;
    }

    /** Whether it says who somebody is in a signed token. */
    boolean signsItsAnswers() {
        return endpoints.keys() != null;
    }

    public boolean isApple() {
        return this == APPLE;
    }

    /** Where it sends people back to. */
    public String back() {
        return "/sign-in/with/" + key() + "/back";
    }

    /** Where signing in with it begins. */
    public String start() {
        return "/sign-in/with/" + key();
    }

    static Optional<Provider> named(@Nullable String key) {
        return Stream.of(values()).filter(provider -> provider.key().equals(key)).findFirst();
    }
}
