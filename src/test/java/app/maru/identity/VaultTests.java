package app.maru.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTests {

    private static final String KEY = key('a');
    private static final String ANOTHER = key('b');

    @TempDir
    private Path data;

    @Test
    void whatIsLockedOpensWithTheSameKeyForTheSamePurposeAlone() {
        var locked = vault(false, KEY).lock("providers", "비밀");

        assertThat(locked).doesNotContain("비밀");
        assertThat(vault(false, KEY).open("providers", locked)).contains("비밀");
        assertThat(vault(false, KEY).open("others", locked)).isEmpty();
        assertThat(vault(false, ANOTHER).open("providers", locked)).isEmpty();
    }

    @Test
    void theSameSecretIsLockedDifferentlyEachTimeAndNothingAlteredOpens() {
        var vault = vault(false, KEY);
        var locked = vault.lock("providers", "secret");

        assertThat(vault.lock("providers", "secret")).isNotEqualTo(locked);
        for (int place = locked.indexOf('.') + 1; place < locked.length() - 1; place++) {
            var altered = locked.substring(0, place) + (locked.charAt(place) == 'x' ? 'y' : 'x') + locked.substring(place + 1);
            assertThat(vault.open("providers", altered)).as(altered).isEmpty();
        }
        assertThat(List.of(vault.open("providers", ""), vault.open("providers", "."), vault.open("providers", locked.replaceFirst("\\..*", ".")))).allMatch(Optional::isEmpty);
    }

    @Test
    void aNewKeyLocksWhileAFormerOneStillOpens() {
        var before = vault(false, KEY).lock("providers", "secret");
        var after = vault(false, ANOTHER, KEY);

        assertThat(after.open("providers", before)).contains("secret");
        assertThat(vault(false, ANOTHER).open("providers", after.lock("providers", "more"))).contains("more");
    }

    @Test
    void withoutAKeyNothingIsLockedButADemoMakesOneForItself() throws Exception {
        var none = vault(false);
        assertThat(none.hasKey()).isFalse();
        assertThatThrownBy(() -> none.lock("providers", "secret")).hasMessageContaining("maru.secrets.key");
        assertThat(data.resolve("secrets.key")).doesNotExist();

        var locked = vault(true).lock("providers", "secret");
        assertThat(vault(true).open("providers", locked)).as("after a restart").contains("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets.key")))).isEqualTo("rw-------");
    }

    @Test
    void whatIsNoKeyIsToldAtTheStartAndNotRepeated() {
        for (var wrong : List.of("tooshort", "no base64 at all!", Base64.getEncoder().encodeToString(new byte[31]))) {
            assertThatThrownBy(() -> vault(false, wrong)).hasMessageContaining("openssl rand -base64 32").hasMessageNotContaining(wrong);
        }
    }

    private Vault vault(boolean demo, String... keys) {
        return new Vault(new VaultKeys(List.of(keys), data, new IdentityProperties(demo, null, null)));
    }

    private static String key(char letter) {
        return Base64.getEncoder().encodeToString(String.valueOf(letter).repeat(32).getBytes(US_ASCII));
    }
}
