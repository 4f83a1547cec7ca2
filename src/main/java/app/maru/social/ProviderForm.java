package app.maru.social;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What an admin types of a provider.
 *
 * @param secret empty to keep the one there is
 * @param version the lock version that was looked at, 0 for none
 */
record ProviderForm(String clientId, String secret, String teamId, String keyId, int version) {

    static final int LONGEST_CLIENT = 300;

    private static final int LONGEST_SECRET = 4000;
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");
    private static final Pattern APPLES = Pattern.compile("[A-Za-z0-9]{10}");

    /** As it was typed, without the spaces that copying brings along. */
    static ProviderForm typed(@Nullable String clientId, @Nullable String secret, @Nullable String teamId, @Nullable String keyId, int version) {
        return new ProviderForm(stripped(clientId), stripped(secret), stripped(teamId), stripped(keyId), version);
    }

    static ProviderForm of(SetUp setUp) {
        return new ProviderForm(setUp.clientId(), "", stripped(setUp.teamId()), stripped(setUp.keyId()), setUp.version());
    }

    static ProviderForm empty() {
        return new ProviderForm("", "", "", "", 0);
    }

    /** The fields that cannot stay as they are. */
    List<String> wrong(Provider provider, boolean secretIsKept) {
        var wrong = new ArrayList<String>();
        if (clientId.length() > LONGEST_CLIENT || !PRINTABLE.matcher(clientId).matches()) {
            wrong.add("clientId");
        }
        if (secret.isEmpty() ? !secretIsKept : !secretFits(provider)) {
            wrong.add("secret");
        }
        if (provider.isApple() && !APPLES.matcher(teamId).matches()) {
            wrong.add("teamId");
        }
        if (provider.isApple() && !APPLES.matcher(keyId).matches()) {
            wrong.add("keyId");
        }
        return wrong;
    }

    private boolean secretFits(Provider provider) {
        return secret.length() <= LONGEST_SECRET && (provider.isApple() ? AppleKey.isOne(secret) : PRINTABLE.matcher(secret).matches());
    }

    SetUp setUp(Provider provider, String locked, String redirectUri, boolean enabled) {
        return new SetUp(provider, clientId, locked, redirectUri, provider.scopes(), enabled, provider.isApple() ? teamId : null, provider.isApple() ? keyId : null, version, Instant.EPOCH);
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.replace("\0", "").strip();
    }

    @Override
    public String toString() {
        return "ProviderForm[" + clientId + "]";
    }
}
