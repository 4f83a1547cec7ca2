package app.maru.passkeys;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/**
 * The keys as Spring Security reads and writes them. Devices know people by the bytes of their ids, which tell nothing; whose
 * key was removed is not found.
 */
@Repository
class KeyRows implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private static final int BYTES_OF_AN_ID = 16;

    private final JdbcClient database;
    private final Clock clock;

    KeyRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The name by which devices know somebody. */
    static Bytes handle(UUID person) {
        return new Bytes(ByteBuffer.allocate(BYTES_OF_AN_ID).putLong(person.getMostSignificantBits()).putLong(person.getLeastSignificantBits()).array());
    }

    /** Whom a device means; null when it is no name of ours. */
    static @Nullable UUID person(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return bytes.remaining() == BYTES_OF_AN_ID ? new UUID(bytes.getLong(), bytes.getLong()) : null;
    }

    static PublicKeyCredentialUserEntity entity(UUID person, String email, String name) {
        return ImmutablePublicKeyCredentialUserEntity.builder().id(handle(person)).name(email).displayName(name.isBlank() ? email : name).build();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return database.sql("select * from auth_passkeys where credential_id = ? and removed_at is null").param(credential.getBytes()).query(KeyRows::read).optional().orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return database.sql("select * from auth_passkeys where profile_id = ? and removed_at is null order by id").param(person(handle)).query(KeyRows::read).list();
    }

    /** Adds it, or writes that it was used. */
    @Override
    public void save(CredentialRecord key) {
        if (findByCredentialId(key.getCredentialId()) == null) {
            add(key);
        } else {
            use(key);
        }
    }

    private void add(CredentialRecord key) {
        database.sql("""
                insert into auth_passkeys (profile_id, credential_id, public_key, attestation, signature_count, transports, backup_eligible, backup_state, label)
                values (:person, :credential, :key, :attestation, :count, :transports, :eligible, :state, :label)""")
            .param("person", person(key.getUserEntityUserId())).param("credential", key.getCredentialId().getBytes()).param("key", key.getPublicKey().getBytes())
            .param("attestation", key.getAttestationObject().getBytes()).param("count", key.getSignatureCount())
            .param("transports", key.getTransports().stream().map(AuthenticatorTransport::getValue).sorted().toArray(String[]::new))
            .param("eligible", key.isBackupEligible()).param("state", key.isBackupState()).param("label", key.getLabel()).update();
    }

    // held against the last count here, in the statement that raises it: the library holds it against the first
    private void use(CredentialRecord key) {
        int used = database.sql("""
                update auth_passkeys set signature_count = :count, used_at = :now, updated_at = :now
                where credential_id = :credential and removed_at is null and (signature_count < :count or signature_count = 0 and :count = 0)""")
            .param("count", key.getSignatureCount()).param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("credential", key.getCredentialId().getBytes()).update();
        if (used == 0) {
            throw new CounterWentBack();
        }
    }

    /** Writes whether the device says that other devices of this person have the key too. */
    void tellBackup(Bytes credential, boolean state) {
        database.sql("update auth_passkeys set backup_state = :state where credential_id = :credential and backup_state <> :state")
            .param("state", state).param("credential", credential.getBytes()).update();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return database.sql("select id, email, name from profiles where id = ? and deleted_at is null").param(person(handle))
            .query((row, number) -> entity(row.getObject("id", UUID.class), row.getString("email"), row.getString("name"))).optional().orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String email) {
        throw new UnsupportedOperationException("People are known by their ids");
    }

    @Override
    public void save(PublicKeyCredentialUserEntity person) {
        throw new UnsupportedOperationException("People come from elsewhere");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("Keys are removed by those whose they are");
    }

    private static CredentialRecord read(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder().credentialType(PublicKeyCredentialType.PUBLIC_KEY).credentialId(new Bytes(row.getBytes("credential_id")))
            .userEntityUserId(handle(row.getObject("profile_id", UUID.class))).publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
            .attestationObject(new Bytes(row.getBytes("attestation"))).signatureCount(row.getLong("signature_count")).uvInitialized(true)
            .transports(transports(row)).backupEligible(row.getBoolean("backup_eligible")).backupState(row.getBoolean("backup_state")).label(row.getString("label"))
            .created(row.getObject("created_at", OffsetDateTime.class).toInstant()).build();
    }

    private static Set<AuthenticatorTransport> transports(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("transports").getArray()).map(AuthenticatorTransport::valueOf).collect(Collectors.toSet());
    }
}
