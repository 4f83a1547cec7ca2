package app.maru.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.servlet.FlashMap;

import app.maru.desk.Toast;
import app.maru.identity.Means;
import app.maru.identity.Proofs;
import app.maru.identity.Role;

class SessionTextTests {

    private final SessionText text = new SessionText();

    @Test
    void whatTheNextPageIsToSayComesBackAsItWas() {
        var said = Map.<String, Object>of("toast", Toast.saying("tasks.added", "할 일 \0").undoneBy("put", "/tasks/1", Map.of("status", "open")), "added", UUID.randomUUID(),
            "knownCards", Set.of(UUID.randomUUID(), UUID.randomUUID()), "wanted", "이름", "at", Instant.EPOCH, "several", List.of("a", 1, true));
        var flash = new FlashMap();
        flash.putAll(said);
        flash.setTargetRequestPath("/tasks");
        flash.addTargetRequestParam("view", "list");
        flash.setExpirationTime(1_000_000L);

        var read = (FlashMap) ((List<?>) Objects.requireNonNull(text.read(text.written(List.of(flash))))).getFirst();

        assertThat(read.equals(flash)).as("page and parameters").isTrue();
        assertThat(Map.copyOf(read)).isEqualTo(said);
        assertThat(read.getExpirationTime()).isEqualTo(1_000_000L);
    }

    @Test
    void thePersonIsWhoTheDatabaseSaysAlsoWhenItsZoneIsUnknown() {
        var context = (SecurityContext) text.read("""
            {"person":{"id":"00000000-0000-4000-8000-000000000001","name":"한지우","email":"a@b.example","role":"editor","locale":null,"theme":"dark","timezone":"Mars/Olympus","shoe":43}}"""
            .getBytes(UTF_8));

        assertThat(context.getAuthentication().getPrincipal()).hasFieldOrPropertyWithValue("role", Role.EDITOR).hasFieldOrPropertyWithValue("theme", "dark")
            .hasFieldOrPropertyWithValue("zone", ZoneId.of("Asia/Seoul"));
    }

    @Test
    void whatThePersonHasProvedComesBackButForMeansThatNobodyKnowsHere() {
        var context = (SecurityContext) text.read("""
            {"person":{"id":"00000000-0000-4000-8000-000000000001","name":"한지우","email":"a@b.example","role":"editor","locale":null,"theme":null,"timezone":"Asia/Seoul"},
             "proofs":{"password":1000,"totp":2000,"iris_scan":3000}}""".getBytes(UTF_8));

        assertThat(Proofs.of(context.getAuthentication()).times()).isEqualTo(Map.of(Means.PASSWORD, Instant.ofEpochMilli(1000), Means.TOTP, Instant.ofEpochMilli(2000)));
        assertThat(text.whose(context)).contains("\"password\":1000", "\"totp\":2000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0", "{}", "[]", "{\"flashes\":[{\"path\":\"/\",\"parameters\":{},\"expires\":1,\"attributes\":{\"toast\":[\"app.maru.desk.NoMore\",{}]}}]}",
        "{\"flashes\":[{\"path\":\"/\",\"parameters\":{},\"expires\":1,\"attributes\":{\"toast\":[\"javax.script.ScriptEngineManager\",{}]}}]}",
        "{\"flashes\":[{\"path\":\"/\",\"parameters\":{},\"expires\":1,\"attributes\":{\"toast\":[\"app.maru.desk.Toast\",{\"messageKey\":\"a\"}]}}]}", "{\"flashes\":[{}]}",
        "{\"person\":{\"role\":\"emperor\"}}"})
    void whatAnotherVersionWroteIsLeftOut(String other) {
        assertThat(text.read(other.getBytes(UTF_8))).isNull();
    }

    @Test
    void nothingElseIsKept() {
        assertThatThrownBy(() -> text.written("a note")).isInstanceOf(IllegalStateException.class).hasMessageContaining("keeps no class java.lang.String");
    }
}
