package app.maru.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTests {

    @Test
    void valuesAreSplitBeforeTheyAreDecoded() {
        var parameters = Parameters.of("filter%5Bname%5D=a%2Cb,c+d&limit=5");

        assertThat(parameters.several("filter[name]")).containsExactly("a,b", "c d");
        assertThat(parameters.one("limit")).hasValue("5");
        assertThat(parameters.one("sort")).isEmpty();
        assertThat(parameters.several("sort")).isEmpty();
    }

    @Test
    void aQueryMayBeEmpty() {
        assertThat(Parameters.of(null).raw()).isEmpty();
        assertThat(Parameters.of("").raw()).isEmpty();
        assertThat(Parameters.of("&&").raw()).isEmpty();
    }

    @Test
    void areWrittenAsTheyWereRead() {
        var parameters = Parameters.of("filter[name]=a%2Cb,%EA%B0%80&cursor=x&limit=5");

        assertThat(parameters.without(List.of("cursor"))).isEqualTo("filter%5Bname%5D=a%2Cb,%EA%B0%80&limit=5");
        assertThat(Parameters.of(parameters.without(List.of("cursor"))).several("filter[name]")).containsExactly("a,b", "가");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%ff=1", "a=%C0%80", "a=x%00"})
    void whatIsNotTextIsRefused(String query) {
        assertThatThrownBy(() -> Parameters.of(query).one("a")).isInstanceOfSatisfying(Refusal.class,
            refusal -> assertThat(refusal.problem().code()).isEqualTo("malformed_query"));
    }

    @Test
    void anUnknownNameIsToldWhatWasMeant() {
        assertThatThrownBy(() -> Parameters.of("sorted=name").only(List.of("limit", "sort"))).isInstanceOfSatisfying(Refusal.class,
            refusal -> assertThat(refusal.problem()).isEqualTo(new Problem(400, "unknown_parameter",
                "Unknown parameter 'sorted'. Did you mean 'sort'? Allowed: limit, sort.")));
        assertThatThrownBy(() -> Parameters.of("filter=x").only(List.of("filter[field]"))).isInstanceOf(Refusal.class);
        assertThat(Parameters.of("filter[anything]=x").only(List.of("filter[field]")).raw()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"limt,limit", "FIELDS,fields", "file,", "vis,visibility", "xyz,", "field,fields"})
    void theNearestNameIsMeant(String given, String meant) {
        assertThat(Meant.by(given, List.of("limit", "fields", "visibility")).orElse(null)).isEqualTo(meant);
    }
}
