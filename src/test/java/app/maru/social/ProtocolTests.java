package app.maru.social;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;

/** Which tokens of a provider are trusted, and which of its addresses are asked. */
class ProtocolTests {

    private static final RSAKey KEY = key("one");
    private static final RSAKey ANOTHER = key("one");

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger theirs = new AtomicInteger();
    private HttpServer provider;
    private String token = "";

    @BeforeEach
    void aProvider() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/token", asked -> answer(asked, "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"" + token + "\"}"));
        provider.createContext("/keys", asked -> answer(asked, new JWKSet(KEY.toPublicJWK()).toString()));
        provider.createContext("/theirs", asked -> {
            theirs.incrementAndGet();
            answer(asked, new JWKSet(ANOTHER.toPublicJWK()).toString());
        });
        provider.createContext("/moved", asked -> {
            asked.getResponseHeaders().add("Location", at("/inside"));
            asked.sendResponseHeaders(307, -1);
            asked.close();
        });
        provider.createContext("/inside", asked -> {
            inside.incrementAndGet();
            answer(asked, "{}");
        });
        provider.start();
    }

    @AfterEach
    void gone() {
        provider.stop(0);
    }

    @Test
    void aTokenThatIsRightSaysWhoItIs() throws JOSEException {
        token = signed(claims(Map.of()), KEY);

        var vouched = new Protocol().vouched(Provider.GOOGLE, exchange("/token"));

        assertThat(vouched).isEqualTo(new Vouched(Provider.GOOGLE, "client", "subject", "somebody@maru.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"another key", "no signature", "the client's secret as key", "another audience", "another issuer", "over", "another nonce", "no nonce",
        "a key that it brings along", "an address of keys that it names", "another kind of token"})
    void aTokenThatIsNotIsNotTrusted(String wrong) throws JOSEException {
        token = switch (wrong) {
            case "another key" -> signed(claims(Map.of()), ANOTHER);
            case "no signature" -> new PlainJWT(claims(Map.of())).serialize();
            case "the client's secret as key" -> mac(claims(Map.of()));
            case "another audience" -> signed(claims(Map.of("aud", "another-client")), KEY);
            case "another issuer" -> signed(claims(Map.of("iss", "https://evil.example")), KEY);
            case "over" -> signed(claims(Map.of("exp", Date.from(Instant.now().minusSeconds(600)))), KEY);
            case "a key that it brings along" -> signed(claims(Map.of()), ANOTHER, header -> header.jwk(ANOTHER.toPublicJWK()));
            case "an address of keys that it names" -> signed(claims(Map.of()), ANOTHER, header -> header.jwkURL(URI.create(at("/theirs"))));
            case "another kind of token" -> signed(claims(Map.of()), KEY, header -> header.type(new JOSEObjectType("at+jwt")));
            case "another nonce" -> signed(claims(Map.of("nonce", "another")), KEY);
            default -> signed(claims(Map.of("nonce", "")), KEY);
        };

        assertThatThrownBy(() -> exchange("/token")).isInstanceOf(OAuth2AuthenticationException.class);
        assertThat(theirs).hasValue(0);
    }

    @Test
    void whereAProviderPointsToIsNotFollowed() {
        assertThatThrownBy(() -> exchange("/moved")).isInstanceOf(Exception.class);
        assertThat(inside).hasValue(0);
    }

    private OAuth2LoginAuthenticationToken exchange(String tokens) {
        var registration = ClientRegistration.withRegistrationId("google").clientId("client").clientSecret("a-secret-that-is-long-enough-to-sign")
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST).authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("http://localhost/back").scope("openid", "email").authorizationUri(at("/authorize")).tokenUri(at(tokens)).jwkSetUri(at("/keys")).issuerUri(at("")).build();
        var request = OAuth2AuthorizationRequest.authorizationCode().authorizationUri(at("/authorize")).clientId("client").redirectUri("http://localhost/back")
            .scopes(registration.getScopes()).state("state").attributes(kept -> kept.putAll(Map.of("nonce", "nonce", "code_verifier", "verifier"))).build();
        var response = OAuth2AuthorizationResponse.success("code").redirectUri("http://localhost/back").state("state").build();
        return new Protocol().authenticate(new OAuth2LoginAuthenticationToken(registration, new OAuth2AuthorizationExchange(request, response)));
    }

    private JWTClaimsSet claims(Map<String, Object> others) {
        var all = new HashMap<String, Object>(Map.of("iss", at(""), "aud", "client", "sub", "subject", "iat", Date.from(Instant.now()), "exp", Date.from(Instant.now().plusSeconds(60)),
            "nonce", sent("nonce"), "email", "somebody@maru.example", "email_verified", true));
        all.putAll(others);
        var claims = new JWTClaimsSet.Builder();
        all.forEach(claims::claim);
        return claims.build();
    }

    /** What a nonce is sent as. */
    private static String sent(String nonce) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(nonce.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        return signed(claims, key, header -> header);
    }

    private static String signed(JWTClaimsSet claims, RSAKey key, UnaryOperator<JWSHeader.Builder> more) throws JOSEException {
        var jwt = new SignedJWT(more.apply(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID())).build(), claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private static String mac(JWTClaimsSet claims) throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(new MACSigner("a-secret-that-is-long-enough-to-sign"));
        return jwt.serialize();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + provider.getAddress().getPort() + path;
    }

    private static void answer(HttpExchange asked, String text) throws IOException {
        asked.getResponseHeaders().add("Content-Type", "application/json");
        asked.sendResponseHeaders(200, text.getBytes(UTF_8).length);
        try (var body = asked.getResponseBody()) {
            body.write(text.getBytes(UTF_8));
        }
    }

    private static RSAKey key(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
