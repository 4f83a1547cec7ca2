package app.maru.identity;

import static app.maru.identity.Right.ADMINISTER;
import static app.maru.identity.Right.PUBLISH;
import static app.maru.identity.Right.READ;
import static app.maru.identity.Right.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RightTests {

    @ParameterizedTest
    @CsvSource({"VIEWER, READ", "AUTHOR, READ WRITE", "EDITOR, READ WRITE PUBLISH", "ADMIN, READ WRITE PUBLISH ADMINISTER"})
    void eachRoleHasExactlyTheseRights(Role role, String rights) {
        assertThat(held(role)).extracting(Right::name).containsExactly(rights.split(" "));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aPersonMayWhatTheirRoleMay(Role role) {
        var person = TestPeople.of(role);
        assertThat(List.of(READ, WRITE, PUBLISH, ADMINISTER))
            .allSatisfy(right -> assertThat(person.may(right)).isEqualTo(right.heldBy(role)));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleIsFoundByTheNameTheDatabaseHas(Role role) {
        assertThat(Role.named(role.wireName())).isEqualTo(role);
    }

    private static List<Right> held(Role role) {
        return Arrays.stream(Right.values()).filter(right -> right.heldBy(role)).toList();
    }
}
