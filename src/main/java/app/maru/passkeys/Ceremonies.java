package app.maru.passkeys;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import app.maru.identity.DeskAddress;
import app.maru.identity.Person;

/** What is asked of devices, and what their answers prove. The library that judges them is made when somebody first needs it. */
@Component
class Ceremonies {

    private static final int LONGEST_ANSWER = 30_000;
    private static final int FLAGS = 32;
    private static final int BACKED_UP = 0x10;

    private final KeyRows keys;
    private final DeskAddress desk;
    private final SingletonSupplier<WebAuthnRelyingPartyOperations> library;
    private final SingletonSupplier<JsonMapper> json = SingletonSupplier.of(() -> JsonMapper.builder().addModule(new WebauthnJacksonModule()).build());

    Ceremonies(KeyRows keys, DeskAddress desk) {
        this.keys = keys;
        this.desk = desk;
        this.library = SingletonSupplier.of(() -> new Webauthn4JRelyingPartyOperations(keys, keys, desk(), Set.of(desk.origin())));
    }

    /** Somebody whose device has proved who they are. */
    record Proved(UUID person, Bytes credential) {}

    /** The question by which a device makes a key for this person, unless it keeps one of theirs already. */
    String creation(Person person, byte[] challenge) {
        return json.obtain().writeValueAsString(creationOptions(person, challenge));
    }

    private PublicKeyCredentialCreationOptions creationOptions(Person person, byte[] challenge) {
        return PublicKeyCredentialCreationOptions.builder().rp(desk()).user(KeyRows.entity(person.id(), person.email(), person.name()))
            .challenge(new Bytes(challenge)).timeout(Challenges.LIFE).attestation(AttestationConveyancePreference.NONE)
            .pubKeyCredParams(PublicKeyCredentialParameters.EdDSA, PublicKeyCredentialParameters.ES256, PublicKeyCredentialParameters.RS256)
            .authenticatorSelection(AuthenticatorSelectionCriteria.builder().residentKey(ResidentKeyRequirement.REQUIRED).userVerification(UserVerificationRequirement.REQUIRED).build())
            .excludeCredentials(kept(person)).build();
    }

    private List<PublicKeyCredentialDescriptor> kept(Person person) {
        return keys.findByUserId(KeyRows.handle(person.id())).stream()
            .map(key -> PublicKeyCredentialDescriptor.builder().id(key.getCredentialId()).transports(key.getTransports()).build()).toList();
    }

    /** Keeps the key that a device has made for this person. */
    CredentialRecord add(Person person, byte[] challenge, String answer, String label) {
        PublicKeyCredential<AuthenticatorAttestationResponse> read = read(answer, new TypeReference<>() { });
        var credential = complete(read, read.getResponse().getAttestationObject());
        return judged(() -> library.obtain().registerCredential(
            new ImmutableRelyingPartyRegistrationRequest(creationOptions(person, challenge), new RelyingPartyPublicKey(credential, label))));
    }

    /** The question by which a device proves who somebody is: any of its keys for this desk will do. */
    String request(byte[] challenge) {
        return json.obtain().writeValueAsString(requestOptions(challenge));
    }

    private PublicKeyCredentialRequestOptions requestOptions(byte[] challenge) {
        return PublicKeyCredentialRequestOptions.builder().challenge(new Bytes(challenge)).rpId(host()).timeout(Challenges.LIFE)
            .userVerification(UserVerificationRequirement.REQUIRED).build();
    }

    /** What a device answered to that. */
    PublicKeyCredential<AuthenticatorAssertionResponse> read(String answer) {
        PublicKeyCredential<AuthenticatorAssertionResponse> read = read(answer, new TypeReference<>() { });
        var response = read.getResponse();
        return complete(read, response.getAuthenticatorData(), response.getSignature());
    }

    /** Whose key it is that a device says it uses, whether it proves that or not. */
    Optional<UUID> claimed(PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        return Optional.ofNullable(keys.findByCredentialId(answer.getRawId())).map(key -> KeyRows.person(key.getUserEntityUserId()));
    }

    /** Whom a device proves to be there, which is whom it claims or nobody. */
    Proved prove(byte[] challenge, PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        var claimed = claimed(answer).orElseThrow(() -> new PasskeyRefused("Nobody has such a key", null));
        var named = answer.getResponse().getUserHandle();
        if (named != null && !named.equals(KeyRows.handle(claimed))) {
            throw new PasskeyRefused("The device means somebody else", null);
        }
        judged(() -> library.obtain().authenticate(new RelyingPartyAuthenticationRequest(requestOptions(challenge), answer)));
        keys.tellBackup(answer.getRawId(), (answer.getResponse().getAuthenticatorData().getBytes()[FLAGS] & BACKED_UP) != 0);
        return new Proved(claimed, answer.getRawId());
    }

    private <R extends AuthenticatorResponse> PublicKeyCredential<R> read(String answer, TypeReference<PublicKeyCredential<R>> type) {
        if (answer.length() > LONGEST_ANSWER) {
            throw new PasskeyRefused("No device says so much", null);
        }
        var read = judged(() -> json.obtain().readValue(answer, type));
        if (read == null || read.getResponse() == null) {
            throw new PasskeyRefused("The answer says nothing", null);
        }
        return read;
    }

    private static <R extends AuthenticatorResponse> PublicKeyCredential<R> complete(PublicKeyCredential<R> read, @Nullable Object... parts) {
        if (read.getRawId() == null || read.getResponse().getClientDataJSON() == null || Arrays.stream(parts).anyMatch(Objects::isNull)) {
            throw new PasskeyRefused("The answer is not complete", null);
        }
        return read;
    }

    private interface Judgement<T> {
        T made();
    }

    private static <T> T judged(Judgement<T> judgement) {
        try {
            return judgement.made();
        } catch (MaliciousCounterValueException e) {
            throw new CounterWentBack(e);
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            throw new PasskeyRefused("The answer proves nothing", e);
        }
    }

    private PublicKeyCredentialRpEntity desk() {
        return PublicKeyCredentialRpEntity.builder().id(host()).name("Maru").build();
    }

    private String host() {
        return URI.create(desk.origin()).getHost();
    }
}
