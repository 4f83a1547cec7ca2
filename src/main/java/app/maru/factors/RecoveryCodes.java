package app.maru.factors;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.identity.Secret;

/** Codes on paper for who has lost their app: each lets in once, and only what it hashes to is kept. */
@Repository
class RecoveryCodes {

    private static final int COUNT = 10;
    private static final int GROUPS = 6;
    private static final int LETTERS = 4;
    // none that is taken for another
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final Clock clock;

    RecoveryCodes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** New ones, which nobody can read again; those before hold no more. */
    List<String> make(UUID person) {
        remove(person);
        var codes = Stream.generate(RecoveryCodes::code).limit(COUNT).toList();
        database.sql("insert into auth_recovery_codes (profile_id, code_hash) select :person, unnest(:hashes)")
            .param("person", person).param("hashes", codes.stream().map(code -> hash(person, code)).toArray(String[]::new)).update();
        return codes;
    }

    /** Whether this is one that nobody has used; it is used by that. */
    boolean uses(UUID person, String typed) {
        return database.sql("update auth_recovery_codes set used_at = :now, updated_at = :now where profile_id = :person and code_hash = :hash and used_at is null")
            .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("person", person).param("hash", hash(person, typed)).update() == 1;
    }

    int left(UUID person) {
        return database.sql("select count(*) from auth_recovery_codes where profile_id = ? and used_at is null").param(person).query(Integer.class).single();
    }

    void remove(UUID person) {
        database.sql("delete from auth_recovery_codes where profile_id = ?").param(person).update();
    }

    private static String code() {
        return Stream.generate(() -> RANDOM.ints(LETTERS, 0, ALPHABET.length()).mapToObj(place -> ALPHABET.substring(place, place + 1)).collect(Collectors.joining()))
            .limit(GROUPS).collect(Collectors.joining("-"));
    }

    private static String hash(UUID person, String code) {
        return Secret.hash(person + ":" + code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }
}
