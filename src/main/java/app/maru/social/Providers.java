package app.maru.social;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.identity.Vault;

/** The providers that are set up, read from the table each time. */
@Repository
class Providers {

    private static final String ROWS = """
        select provider, client_id, client_secret, redirect_uri, scopes, enabled, metadata ->> 'teamId' as team, metadata ->> 'keyId' as key, version, updated_at
        from auth_social_providers
        """;

    private final JdbcClient database;
    private final Vault vault;

    Providers(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    List<SetUp> all() {
        return database.sql(ROWS).query(Providers::read).list();
    }

    Optional<SetUp> find(Provider provider) {
        return database.sql(ROWS + "where provider = ?").param(provider.key()).query(Providers::read).optional();
    }

    /** Those with which somebody can come in now, in our order: they are on, and their secret can be read. */
    List<Provider> open() {
        return all().stream().filter(one -> one.enabled() && secret(one).isPresent()).map(SetUp::provider).sorted().toList();
    }

    /** One of those. */
    Optional<SetUp> open(Provider provider) {
        return find(provider).filter(one -> one.enabled() && secret(one).isPresent());
    }

    /** What proves Maru to the provider; nothing when the key with which it was locked is no longer here. */
    Optional<String> secret(SetUp setUp) {
        return vault.open(purpose(setUp.provider()), setUp.secret());
    }

    String locked(Provider provider, String secret) {
        return vault.lock(purpose(provider), secret);
    }

    boolean canKeepSecrets() {
        return vault.hasKey();
    }

    /** Keeps it over the version that was looked at, 0 for none; false when somebody else was quicker. */
    boolean put(SetUp wanted) {
        var statement = wanted.version() == 0 ? """
            insert into auth_social_providers (provider, client_id, client_secret, redirect_uri, scopes, enabled, metadata, version)
            values (:provider, :client, :secret, :redirect, :scopes, :enabled, jsonb_strip_nulls(jsonb_build_object('teamId', cast(:team as text), 'keyId', cast(:key as text))), 1)
            on conflict (provider) do nothing""" : """
            update auth_social_providers set client_id = :client, client_secret = :secret, redirect_uri = :redirect, scopes = :scopes, enabled = :enabled,
              metadata = metadata || jsonb_strip_nulls(jsonb_build_object('teamId', cast(:team as text), 'keyId', cast(:key as text))), version = version + 1, updated_at = now()
            where provider = :provider and version = :version""";
        return database.sql(statement).param("provider", wanted.provider().key()).param("client", wanted.clientId()).param("secret", wanted.secret())
            .param("redirect", wanted.redirectUri()).param("scopes", wanted.scopes().toArray(String[]::new)).param("enabled", wanted.enabled())
            .param("team", wanted.teamId()).param("key", wanted.keyId()).param("version", wanted.version()).update() == 1;
    }

    void turn(Provider provider, boolean on) {
        database.sql("update auth_social_providers set enabled = :on, version = version + 1, updated_at = now() where provider = :provider")
            .param("on", on).param("provider", provider.key()).update();
    }

    void remove(Provider provider) {
        database.sql("delete from auth_social_providers where provider = ?").param(provider.key()).update();
    }

    private static String purpose(Provider provider) {
        return "social provider " + provider.key();
    }

    private static SetUp read(ResultSet row, int number) throws SQLException {
        return new SetUp(Provider.named(row.getString("provider")).orElseThrow(), row.getString("client_id"), row.getString("client_secret"), row.getString("redirect_uri"),
            texts(row.getArray("scopes")), row.getBoolean("enabled"), row.getString("team"), row.getString("key"), row.getInt("version"),
            row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
